import type { Unit } from '@diemcau/contracts/identity/units';
import { folded } from '@diemcau/contracts/core/folded';
import type { ChosenDate, DateChoice } from '@diemcau/contracts/meetings/series';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { SeriesTimesRow } from './series-times.js';

/** A series to be written down. */
export interface NewSeries extends Omit<SeriesTimesRow, 'id' | 'provinceId'> {
  readonly unit: Pick<Unit, 'id' | 'path' | 'name'>;
  readonly planId: string | null;
  readonly level: string | null;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly template: SeriesTemplate;
  readonly state: 'draft' | 'active';
  readonly followsId: string | null;
  readonly authorId: string | null;
}

export async function insertSeries(manager: EntityManager, series: NewSeries): Promise<string> {
  const id = randomUUID();
  await manager.query(
    `INSERT INTO series (id, plan_id, unit_id, unit_path, unit_name, kind, title, search, rule, first_day, starts_at,
       duration_min, zone, shift, state, template, from_day, until_day, follows_id, author_id, level)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      id,
      series.planId,
      series.unit.id,
      series.unit.path,
      series.unit.name,
      series.kind,
      series.title,
      folded(series.title),
      series.rule,
      series.firstDay,
      series.startsAt,
      series.durationMin,
      series.zone,
      series.shift,
      series.state,
      JSON.stringify(series.template),
      series.fromDay,
      series.untilDay,
      series.followsId,
      series.authorId,
      series.level,
    ],
  );
  return id;
}

/** One choice per date: the latest holds. */
export async function putChoices(
  manager: EntityManager,
  seriesId: string,
  choices: readonly DateChoice[],
): Promise<void> {
  const latest = [...new Map(choices.map((choice) => [choice.nominal, choice])).values()];
  await manager.query(
    `INSERT INTO series_choices (series_id, nominal, choice, day, starts_at, note)
     SELECT $1, * FROM unnest($2::date[], $3::text[], $4::date[], $5::time[], $6::text[])
     ON CONFLICT (series_id, nominal) DO UPDATE
     SET choice = EXCLUDED.choice, day = EXCLUDED.day, starts_at = EXCLUDED.starts_at, note = EXCLUDED.note`,
    [
      seriesId,
      latest.map(({ nominal }) => nominal),
      latest.map(({ choice }) => choice),
      latest.map(({ day }) => day),
      latest.map(({ startsAt }) => startsAt),
      latest.map(({ note }) => note),
    ],
  );
}

/** The dates go by the rule and the calendar again. */
export async function dropChoices(
  manager: EntityManager,
  seriesId: string,
  dates: readonly ChosenDate[],
): Promise<void> {
  if (dates.length === 0) return;
  await manager.query('DELETE FROM series_choices WHERE series_id = $1 AND nominal = ANY ($2::date[])', [
    seriesId,
    dates.map(({ nominal }) => nominal),
  ]);
}
