import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { unitErrors } from '@diemcau/contracts/identity/units';
import type { AskForMeeting } from '@diemcau/contracts/meetings/requests';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { DraftingService } from '../occurrences/drafting.service.js';
import { OwnersService } from '../occurrences/owners.service.js';
import { RequestLettersService } from '../occurrences/request-letters.service.js';
import { TakenService } from '../occurrences/taken.service.js';

/** Meetings outside the plan: the department that the unit belongs to owns them and decides (HB-4.2, HB-7.2). */
@Injectable()
export class AskingForMeetingService {
  constructor(
    private readonly taken: TakenService,
    private readonly drafting: DraftingService,
    private readonly owners: OwnersService,
    private readonly letters: RequestLettersService,
    private readonly audit: Audit,
  ) {}

  /** @returns the meeting's id. @throws Failure `units.notFound`, `units.closed` (I3), and as `DraftingService` */
  async ask({ unitId, urgent, reason, ...content }: AskForMeeting, caller: Caller): Promise<string> {
    const known = await this.owners.known([unitId]);
    const requesting = known.get(unitId);
    if (!requesting || !sees(caller, requesting.path)) throw new Failure(unitErrors.notFound, { unitId });
    if (!mayOn(caller, 'meetings.request', requesting.path)) throw new Failure(commonFailures.notAllowed);
    if (requesting.closed) throw new Failure(unitErrors.closed, { unitIds: [unitId] });
    const [departmentId = unitId] = requesting.path;
    const owner = (await this.owners.known([departmentId])).get(departmentId) ?? requesting;
    const units = await this.drafting.check(content, owner, caller);
    return this.taken.booking(caller, async (manager, wants) => {
      const beginning = { owner, state: 'pendingApproval', urgent, reason, requesting } as const;
      const id = await this.drafting.write(manager, content, beginning, units, wants, caller);
      await this.letters.asked(manager, id);
      await this.audit.record(manager, caller, {
        // The urgent path is told apart in the audit log (HB-7.2).
        action: urgent ? 'requests.askUrgently' : 'requests.ask',
        unitId,
        object: { kind: 'occurrence', id },
        after: { title: content.title, startsAt: content.startsAt, reason, ownerId: owner.id },
      });
      return id;
    });
  }
}

const sees = (caller: Caller, path: readonly string[]): boolean =>
  mayOn(caller, 'meetings.request', path) || mayOn(caller, 'meetings.read', path);
