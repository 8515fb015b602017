import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import type { ChangeSeries, Series } from '@diemcau/contracts/meetings/series';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { checkTimes } from '../recurrence/check.js';
import { plusDays } from '../recurrence/days.js';
import { Expansion } from '../recurrence/expansion.js';
import { applied, audited, changesPlanned, changesTimes } from './change-of.js';
import { checkChoices } from './choice-check.js';
import { MadeMeetingsService } from './made-meetings.service.js';
import { periodOf } from './plan-lock.js';
import { refuseAfter } from './plan-period.js';
import { isFrozen, type SeriesRow } from './series-row.js';
import { SeriesService } from './series.service.js';
import { type Split, split } from './splitting.js';
import { TemplateCheckService } from './template-check.service.js';
import { dropChoices, putChoices } from './writing.js';

/** "This and following", and "all" (I11). */
@Injectable()
export class ChangingSeriesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly series: SeriesService,
    private readonly templates: TemplateCheckService,
    private readonly made: MadeMeetingsService,
    private readonly audit: Audit,
  ) {}

  /**
   * What has begun, and what people changed by hand, stays as it is.
   * @throws Failure `series.ended`, `planNotDraft` for what an approved plan froze, `notADate` for `from`, `afterPlan`; as making one
   */
  async change(change: ChangeSeries, caller: Caller): Promise<Series> {
    const { seriesId, version } = change;
    const known = await this.series.allowing(caller, 'meetings.write', seriesId);
    if (change.template) await this.templates.check(change.template, known.unitPath, caller);
    if (change.level !== undefined && change.level !== known.level)
      await this.templates.checkLevel(change.level, known.unitPath, caller);
    const id = await this.database.transaction(async (manager) => {
      const before = await this.series.hold(manager, caller, 'meetings.write', seriesId, version);
      refuse(before, change);
      if (before.planId !== null && change.firstDay !== undefined && change.firstDay !== before.firstDay) {
        refuseAfter(await periodOf(manager, before.planId), change.firstDay);
      }
      const at = splitOf(before, change);
      const after = at
        ? await split(manager, before, change, at, caller)
        : await this.all(manager, before, fromTheFirst(before, change));
      await dropChoices(manager, after.id, change.dropChoices ?? []);
      await putChoices(manager, after.id, change.choices ?? []);
      await this.made.align(manager, after.id, at?.from ?? null);
      await this.audit.record(manager, caller, {
        action: at ? 'series.changeFollowing' : 'series.change',
        unitId: before.unitId,
        object: { kind: 'series', id: seriesId },
        before: audited(before),
        after: {
          ...audited(after),
          ...(change.template && { template: 'changed' }),
          ...(at && { begins: after.id }),
        },
      });
      return after.id;
    });
    return this.series.find(id, caller);
  }

  private async all(manager: EntityManager, before: SeriesRow, change: ChangeSeries): Promise<SeriesRow> {
    const after = applied(before, change);
    if (changesTimes(before, change)) checkTimes(after);
    checkChoices(after, change.choices ?? []);
    await manager.query(
      `UPDATE series SET kind = $2, title = $3, search = $4, rule = $5, first_day = $6, starts_at = $7,
         duration_min = $8, zone = $9, shift = $10, template = $11, level = $12, version = version + 1
       WHERE id = $1`,
      [
        after.id,
        after.kind,
        after.title,
        folded(after.title),
        after.rule,
        after.firstDay,
        after.startsAt,
        after.durationMin,
        after.zone,
        after.shift,
        JSON.stringify(after.template),
        after.level,
      ],
    );
    return after;
  }
}

function refuse(row: SeriesRow, change: ChangeSeries): void {
  if (row.state === 'ended') throw new Failure(seriesErrors.ended, { seriesId: row.id });
  if (isFrozen(row) && changesPlanned(row, change)) {
    throw new Failure(seriesErrors.planNotDraft, { planId: row.planId });
  }
  // While it waits for approval nothing at all is changed, so that what is approved is what was submitted.
  if (row.planState === 'submitted') throw new Failure(seriesErrors.planNotDraft, { planId: row.planId });
}

/** Null where the change is about the whole series. */
function splitOf(row: SeriesRow, { scope, from }: ChangeSeries): Split | null {
  if (scope === 'all') return null;
  if (!from) throw new Failure(seriesErrors.notADate);
  checkChoices(row, [{ nominal: from, choice: 'skip', day: null, startsAt: null, note: null }]);
  // From its first date on is all of it: nothing would be left of the old one.
  const earlier = new Expansion(row).between(row.fromDay ?? row.firstDay, plusDays(from, -1));
  return earlier.length === 0 ? null : { from };
}

/** "This and following" from the first date: by another rule it counts from there on, as when something lies before. */
function fromTheFirst(row: SeriesRow, change: ChangeSeries): ChangeSeries {
  const recounted = change.rule !== undefined && change.rule !== row.rule;
  if (change.scope === 'all' || !change.from || !recounted) return change;
  return { ...change, firstDay: change.firstDay ?? change.from };
}
