import type { RecordUnitEvent, UnitEvent, UnitEventPreview } from '@diemcau/contracts/identity/unit-events';
import { Facts } from '@diemcau/service/facts/facts';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { ServiceIdentity } from '@diemcau/service/service-identity';
import type { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { RightsService } from '../grants/rights.service.js';
import { installationOperator } from '../installation-operator.js';
import { eventDto } from '../units/event-row.js';
import { inTurn } from '../units/in-turn.js';
import { PlanningService } from '../units/planning.service.js';
import { TakingEffectService } from '../units/taking-effect.service.js';
import { UnitEventsService } from '../units/unit-events.service.js';
import type { Merge } from './asked.js';
import { type KnownMerge, knownMerge, type Province, provinceOf } from './provinces.js';
import { MergeRefused } from './refused.js';

export type Merged =
  | { readonly outcome: 'recorded'; readonly event: UnitEvent }
  /** Somebody asked for the very same before. */
  | { readonly outcome: 'known'; readonly known: KnownMerge };

export type Previewed =
  | {
      readonly outcome: 'possible';
      readonly from: Province;
      readonly into: Province;
      readonly preview: UnitEventPreview;
    }
  | { readonly outcome: 'known'; readonly known: KnownMerge };

/**
 * Makes one province part of another (SYS-5, ADR 33): nobody in either holds rights over both, so whoever runs the
 * installation does it, by the same code that records every other event. Facts are told by the running service.
 */
export class ProvinceMerger {
  private readonly taking: TakingEffectService;
  private readonly events: UnitEventsService;
  private readonly planning: PlanningService;

  constructor(private readonly database: DataSource) {
    const [facts, audit] = [new Facts({ poke: () => undefined }), new AuditService()];
    const jobs = new Jobs(new ServiceIdentity('identity'));
    jobs.rest();
    this.taking = new TakingEffectService(database, facts, new RightsService(database, facts), audit, jobs);
    this.events = new UnitEventsService(database, this.taking, audit);
    this.planning = new PlanningService(database, this.taking, audit);
  }

  /** @throws MergeRefused, Failure exactly when {@link merge} would */
  async preview(asked: Merge): Promise<Previewed> {
    await this.taking.catchUp();
    const known = await sameAs(this.database.manager, asked);
    if (known) return { outcome: 'known', known };
    const { event, from, into } = await eventOf(this.database.manager, asked);
    const preview = await this.planning.preview(event, installationOperator);
    return { outcome: 'possible', from, into, preview };
  }

  /** Asked twice, also at the same moment, it happens once. @throws MergeRefused, Failure of `unitEventErrors` */
  async merge(asked: Merge): Promise<Merged> {
    return inTurn(this.database, async (manager) => {
      await this.taking.catchUpWithin(manager);
      const known = await sameAs(manager, asked);
      if (known) return { outcome: 'known', known };
      const { event } = await eventOf(manager, asked);
      const row = await this.events.recordWithin(manager, event, installationOperator);
      return { outcome: 'recorded', event: eventDto(row) };
    });
  }

  /** What would be taken back. @throws MergeRefused when nothing is planned */
  async planned(from: string): Promise<KnownMerge> {
    const known = await knownMerge(this.database.manager, from);
    if (known?.state === 'planned') return known;
    throw new MergeRefused(
      `Không có việc sáp nhập nào của tỉnh "${from}" còn chờ đến ngày có hiệu lực; việc đã có hiệu lực thì không huỷ được.`,
      `No merge of the province "${from}" waits for its day; what has taken effect cannot be taken back.`,
    );
  }

  /** @throws MergeRefused, Failure `unitEvents.laterEvents`, `notPlanned`, `inUse` */
  async cancel(from: string): Promise<KnownMerge> {
    const known = await this.planned(from);
    await this.planning.cancel(known.eventId, installationOperator);
    return known;
  }
}

/**
 * The same province into the same one on the same day.
 * @throws MergeRefused when it is planned in another way: one province goes one way
 */
async function sameAs(manager: EntityManager, asked: Merge): Promise<KnownMerge | undefined> {
  const known = await knownMerge(manager, asked.from);
  if (!known) return undefined;
  const isThere = asked.into === known.intoCode || asked.into === known.intoId;
  if (isThere && known.effectiveOn === asked.effectiveOn) return known;
  if (known.state === 'applied') return undefined;
  throw new MergeRefused(
    `Tỉnh "${asked.from}" đã có kế hoạch sáp nhập vào ${known.intoName} (${known.intoCode}) từ ${known.effectiveOn}. Muốn đổi: huỷ trước bằng --cancel --from ${asked.from} --yes.`,
    `The province "${asked.from}" is planned to become part of ${known.intoName} (${known.intoCode}) on ${known.effectiveOn}. To change that, first take it back: --cancel --from ${asked.from} --yes.`,
  );
}

/** @throws MergeRefused for a province that is not there, or twice the same */
async function eventOf(
  manager: EntityManager,
  asked: Merge,
): Promise<{ readonly event: RecordUnitEvent; readonly from: Province; readonly into: Province }> {
  const [from, into] = [await provinceOf(manager, asked.from), await provinceOf(manager, asked.into)];
  const { effectiveOn, decisionNumber, decisionDate, codeSuffix, name } = asked;
  const event: RecordUnitEvent = {
    kind: 'merge',
    effectiveOn,
    decisionNumber,
    decisionDate,
    unitId: from.id,
    version: from.version,
    intoId: into.id,
    ...(codeSuffix !== undefined && { codeSuffix }),
    ...(name !== undefined && { name }),
  };
  return { event, from, into };
}
