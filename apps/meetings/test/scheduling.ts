import type { ShiftPolicy } from '@diemcau/contracts/meetings/vocabulary';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';

export interface Recurring {
  /** The owner's, from the province down. */
  readonly path: readonly string[];
  readonly rule: string;
  readonly firstDay: string;
  /** Wall time in Vietnam; 08:00 unless given. */
  readonly startsAt?: string;
  readonly shift?: ShiftPolicy;
  readonly chairId?: string;
  readonly siteIds?: readonly string[];
  readonly madeUntil?: string;
}

/** Short ways to say what is planned. */
export class Planner {
  constructor(private readonly bed: TestBed) {}

  async site(path: readonly string[]): Promise<string> {
    const id = randomUUID();
    await this.bed.sql(
      `INSERT INTO meetings.sites (id, unit_id, unit_path, unit_name, name, search, capacity)
       VALUES ($1, $2, $3, 'Trường mẫu', $4, 'x', 40)`,
      [id, path.at(-1), path, id],
    );
    return id;
  }

  /** An active series with all that its meetings need to be scheduled. */
  async series(of: Recurring): Promise<string> {
    const id = randomUUID();
    const [main, ...members] = of.siteIds ?? [await this.site(of.path)];
    const template = {
      roomId: null,
      chairId: of.chairId ?? randomUUID(),
      directorId: null,
      secretaryId: null,
      composition: 'Trưởng các đơn vị',
      dispatch: { number: '1/KH', date: '2026-10-01' },
      agenda: [{ title: 'Công việc', unitId: null, minutes: 30, dueDays: null }],
      sites: [
        { siteId: main, role: 'main', expected: 10 },
        ...members.map((siteId) => ({ siteId, role: 'member', expected: 10 })),
      ],
    };
    await this.bed.sql(
      `INSERT INTO meetings.series (id, unit_id, unit_path, unit_name, kind, title, rule, first_day, starts_at, duration_min,
         shift, state, template, made_until)
       VALUES ($1, $2, $3, 'Trường mẫu', 'briefing', 'Giao ban', $4, $5, $6, 60, $7, 'active', $8, $9)`,
      [
        id,
        of.path.at(-1),
        of.path,
        of.rule,
        of.firstDay,
        of.startsAt ?? '08:00',
        of.shift ?? 'keep',
        JSON.stringify(template),
        of.madeUntil ?? null,
      ],
    );
    // Approved long ago, by whatever clock the test goes.
    await this.bed.sql(`UPDATE meetings.series SET active_since = '2020-01-01' WHERE id = $1`, [id]);
    return id;
  }

  /** «2026-11-15 → 16/11 08:00 scheduled»: every meeting of the series by nominal date, in Vietnam. */
  async made(seriesId: string): Promise<string[]> {
    const rows = await this.bed.sql<{ line: string }>(
      `SELECT nominal_date || ' → ' || to_char(starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM HH24:MI ') || state AS line
       FROM meetings.occurrences WHERE series_id = $1 ORDER BY nominal_date`,
      [seriesId],
    );
    return rows.map(({ line }) => line);
  }

  async missed(seriesId: string): Promise<string[]> {
    const rows = await this.bed.sql<{ day: string }>(
      'SELECT nominal_date::text AS day FROM meetings.missed_dates WHERE series_id = $1 ORDER BY 1',
      [seriesId],
    );
    return rows.map(({ day }) => day);
  }
}
