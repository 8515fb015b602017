import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { unitErrors } from '@diemcau/contracts/identity/units';
import type { MakeOccurrence } from '@diemcau/contracts/meetings/occurrences-changes';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { DraftingService } from './drafting.service.js';
import { OwnersService } from './owners.service.js';
import { TakenService } from './taken.service.js';

/** Drafts that officers make outside of any series. */
@Injectable()
export class MakingByHandService {
  constructor(
    private readonly taken: TakenService,
    private readonly drafting: DraftingService,
    private readonly owners: OwnersService,
    private readonly audit: Audit,
  ) {}

  /** @returns its id. @throws Failure `units.notFound`, `units.closed` (I3), and as `DraftingService` */
  async make({ unitId, ...content }: MakeOccurrence, caller: Caller): Promise<string> {
    const known = await this.owners.known([unitId]);
    const owner = known.get(unitId);
    const sees =
      owner && (mayOn(caller, 'meetings.write', owner.path) || mayOn(caller, 'meetings.read', owner.path));
    if (!owner || !sees) throw new Failure(unitErrors.notFound, { unitId });
    if (!mayOn(caller, 'meetings.write', owner.path)) throw new Failure(commonFailures.notAllowed);
    if (owner.closed) throw new Failure(unitErrors.closed, { unitIds: [unitId] });
    const units = await this.drafting.check(content, owner, caller);
    return this.taken.booking(caller, async (manager, wants) => {
      const beginning = { owner, state: 'draft', urgent: false, reason: null, requesting: null } as const;
      const id = await this.drafting.write(manager, content, beginning, units, wants, caller);
      await this.audit.record(manager, caller, {
        action: 'occurrences.make',
        unitId,
        object: { kind: 'occurrence', id },
        after: { title: content.title, startsAt: content.startsAt, endsAt: content.endsAt },
      });
      return id;
    });
  }
}
