import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { plusDays } from '../recurrence/days.js';
import { dayIn } from '../recurrence/zones.js';
import { handOver } from './hand-over.js';
import { MadeMeetingsService } from './made-meetings.service.js';
import type { SeriesRow } from './series-row.js';
import { SeriesService } from './series.service.js';
import { insertSeries } from './writing.js';

/** The series of a plan that takes the place of an approved one. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly series: SeriesService,
    private readonly made: MadeMeetingsService,
    private readonly clock: Clock,
  ) {}

  /** Drafts of what goes on, each following the series it is a copy of. */
  async copyLines(manager: EntityManager, from: string, to: string, authorId: string): Promise<void> {
    for (const line of await this.series.ofPlan(from, manager)) {
      if (line.state === 'ended') continue;
      const unit = { id: line.unitId, path: line.unitPath, name: line.unitName };
      const copy = { ...line, unit, planId: to, state: 'draft' as const, followsId: line.id, authorId };
      const id = await insertSeries(manager, copy);
      await manager.query(
        `INSERT INTO series_choices SELECT $2, nominal, choice, day, starts_at, note FROM series_choices
         WHERE series_id = $1`,
        [line.id, id],
      );
    }
  }

  /**
   * What is as it was goes on as the same series, with all its meetings. What is otherwise ends today and is followed; what
   * is not there any more ends today; of these, meetings to come that nobody changed by hand are cancelled or handed over.
   */
  async takeOver(manager: EntityManager, planId: string, replacedId: string): Promise<void> {
    const copies = new Map(
      (await this.series.ofPlan(planId, manager)).map((copy) => [copy.followsId ?? copy.id, copy]),
    );
    for (const old of await this.series.ofPlan(replacedId, manager)) {
      const copy = copies.get(old.id);
      if (copy && isSame(old, copy)) await keep(manager, old, copy, planId);
      else await this.end(manager, old, copy);
    }
  }

  private async end(manager: EntityManager, old: SeriesRow, copy: SeriesRow | undefined): Promise<void> {
    if (old.state === 'ended') return;
    const today = dayIn(old.zone, this.clock.now());
    await manager.query(
      `UPDATE series SET until_day = least(until_day, $2::date), state = 'ended', version = version + 1 WHERE id = $1`,
      [old.id, today],
    );
    const tomorrow = plusDays(today, 1);
    if (copy) {
      await manager.query('UPDATE series SET from_day = greatest(from_day, $2::date) WHERE id = $1', [
        copy.id,
        tomorrow,
      ]);
      await handOver(manager, old.id, copy.id, tomorrow);
      await this.made.align(manager, copy.id, tomorrow);
    }
    await this.made.align(manager, old.id, tomorrow);
  }
}

/** When, what and with whom. */
const isSame = (old: SeriesRow, copy: SeriesRow): boolean => content(old) === content(copy);

function content({
  kind,
  level,
  title,
  rule,
  firstDay,
  startsAt,
  durationMin,
  zone,
  shift,
  ...row
}: SeriesRow): string {
  const { fromDay, untilDay, template } = row;
  const times = [kind, level, title, rule, firstDay, startsAt, durationMin, zone, shift, fromDay, untilDay];
  return JSON.stringify([times, template]);
}

/** The series itself, with its meetings, passes on to the new plan; the copy was the same and is not needed. */
async function keep(manager: EntityManager, old: SeriesRow, copy: SeriesRow, planId: string): Promise<void> {
  await manager.query(
    `INSERT INTO series_choices SELECT $1, nominal, choice, day, starts_at, note FROM series_choices
     WHERE series_id = $2
     ON CONFLICT (series_id, nominal) DO UPDATE
     SET choice = EXCLUDED.choice, day = EXCLUDED.day, starts_at = EXCLUDED.starts_at, note = EXCLUDED.note`,
    [old.id, copy.id],
  );
  await manager.query('DELETE FROM series WHERE id = $1', [copy.id]);
  await manager.query('UPDATE series SET plan_id = $2, version = version + 1 WHERE id = $1', [
    old.id,
    planId,
  ]);
}
