import { type Caller, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { type Unit, unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import type { ChangeSite, MakeSite } from '@diemcau/contracts/meetings/sites';
import { siteErrors } from '@diemcau/contracts/meetings/sites-errors';
import { defaultHeadcountLimit } from '@diemcau/contracts/meetings/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, QueryFailedError } from 'typeorm';
import { changesBetween, SiteEventsService } from './events.service.js';
import type { SiteRow } from './site-row.js';
import { SitesService } from './sites.service.js';
import { SiteStandingService } from './standing.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

type Words = Pick<
  SiteRow,
  'name' | 'address' | 'capacity' | 'headcountLimit' | 'requiredMbps' | 'contractedMbps'
>;

/** Making sites and changing what they are. */
@Injectable()
export class SiteChangesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
    private readonly sites: SitesService,
    private readonly standing: SiteStandingService,
    private readonly events: SiteEventsService,
  ) {}

  /** @returns the id. @throws Failure `units.notFound`, `.closed`, `sites.nameTaken`, `.headcount` */
  async make({ unitId, ...input }: MakeSite, caller: Caller): Promise<string> {
    const unit = await this.unitFor(unitId, caller);
    const { capacity } = input;
    const words: Words = {
      name: input.name,
      address: input.address ?? null,
      capacity,
      headcountLimit: input.headcountLimit ?? Math.min(defaultHeadcountLimit, capacity),
      requiredMbps: input.requiredMbps ?? 10,
      contractedMbps: input.contractedMbps ?? null,
    };
    checkHeadcount(words);
    const id = randomUUID();
    await unlessNameTaken(() =>
      this.database.transaction(async (manager) => {
        await manager.query(
          `INSERT INTO sites (id, unit_id, unit_path, unit_name, name, address, capacity, headcount_limit, required_mbps,
             contracted_mbps, search)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [id, unitId, unit.path, unit.name, ...Object.values(words), searchOf(unit.name, words)],
        );
        await this.standing.judge(manager, id);
        const object = { kind: 'site', id };
        const audited = { action: 'sites.make', unitId, object, after: words };
        await this.events.record(manager, caller, id, audited, { kind: 'made', name: words.name });
      }),
    );
    return id;
  }

  /** @throws Failure `sites.notFound`, `.changed`, `.retired`, `.nameTaken`, `.headcount` */
  async change({ siteId, version, ...given }: ChangeSite, caller: Caller): Promise<void> {
    await unlessNameTaken(() =>
      this.database.transaction(async (manager) => {
        const site = await this.sites.hold(manager, caller, 'sites.write', siteId, version);
        const before = wordsOf(site);
        const stated = Object.entries(given).filter(([, value]) => value !== undefined);
        const after: Words = { ...before, ...Object.fromEntries(stated) };
        checkHeadcount(after);
        await manager.query(
          `UPDATE sites SET name = $2, address = $3, capacity = $4, headcount_limit = $5, required_mbps = $6,
             contracted_mbps = $7, search = $8, version = version + 1 WHERE id = $1`,
          [siteId, ...Object.values(wordsOf(after)), searchOf(site.unitName, after)],
        );
        await this.standing.judge(manager, siteId);
        const object = { kind: 'site', id: siteId };
        const { unitId } = site;
        const audited = { action: 'sites.change', unitId, object, before, after };
        const changes = changesBetween(before, after);
        await this.events.record(manager, caller, siteId, audited, { kind: 'changed', changes });
      }),
    );
  }

  private async unitFor(unitId: string, caller: Caller): Promise<Unit> {
    const [unit] = (await this.units.named({ unitIds: [unitId] }, itself)).items;
    const sees = unit && (mayOn(caller, 'sites.write', unit.path) || mayOn(caller, 'units.read', unit.path));
    if (!sees) throw new Failure(unitErrors.notFound, { unitId });
    if (!mayOn(caller, 'sites.write', unit.path)) throw new Failure(commonFailures.notAllowed);
    if (unit.state === 'closed') throw new Failure(unitErrors.closed, { unitId });
    return unit;
  }
}

/** In the order of the columns. */
const wordsOf = ({
  name,
  address,
  capacity,
  headcountLimit,
  requiredMbps,
  contractedMbps,
}: Words): Words => ({
  name,
  address,
  capacity,
  headcountLimit,
  requiredMbps,
  contractedMbps,
});

export const searchOf = (unitName: string, { name, address }: Pick<SiteRow, 'name' | 'address'>): string =>
  folded(`${unitName} ${name} ${address ?? ''}`);

function checkHeadcount({ capacity, headcountLimit }: Words): void {
  if (headcountLimit > capacity) throw new Failure(siteErrors.headcount, { capacity, headcountLimit });
}

async function unlessNameTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueryFailedError && error.message.includes('"sites_name"')) {
      throw new Failure(siteErrors.nameTaken);
    }
    throw error;
  }
}
