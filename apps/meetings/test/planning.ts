import type { UserCaller } from '@diemcau/contracts/core/caller';
import { PlansClient } from '@diemcau/contracts/meetings/plans';
import {
  type MakeSeries,
  type Series,
  SeriesChangesClient,
  SeriesClient,
} from '@diemcau/contracts/meetings/series';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { holding, type Maker } from './meetings.js';

export const emptyTemplate: SeriesTemplate = {
  roomId: null,
  chairId: null,
  directorId: null,
  secretaryId: null,
  composition: null,
  sites: [],
  agenda: [],
  dispatch: null,
};

/** Plans and series through their own clients, in a province of their own. */
export class Planning {
  readonly plans: PlansClient;
  readonly series: SeriesClient;
  readonly changes: SeriesChangesClient;

  private constructor(
    readonly bed: TestBed,
    readonly province: string,
    readonly school: string,
    /** Who writes plans, and who approves them. */
    readonly writer: UserCaller,
    readonly leader: UserCaller,
  ) {
    this.plans = bed.client(PlansClient);
    this.series = bed.client(SeriesClient);
    this.changes = bed.client(SeriesChangesClient);
  }

  static async start(bed: TestBed, make: Maker): Promise<Planning> {
    const province = await make.unit('Sở mẫu');
    const school = await make.unit('Trung tâm GDTX mẫu', province);
    const writer = holding('secretary', province, await make.user('Thư ký mẫu', province));
    const leader = holding('leader', province, await make.user('Lãnh đạo mẫu', province));
    return new Planning(bed, province, school, writer, leader);
  }

  wanted(of: Partial<MakeSeries> = {}): MakeSeries {
    return {
      unitId: this.province,
      planId: null,
      kind: 'briefing',
      title: 'Giao ban tháng',
      rule: 'FREQ=MONTHLY;BYMONTHDAY=25',
      firstDay: '2027-01-01',
      startsAt: '08:00',
      durationMin: 120,
      shift: 'nextWorkingDay',
      template: emptyTemplate,
      ...of,
    };
  }

  make(of: Partial<MakeSeries> = {}): Promise<Series> {
    return this.changes.make(this.wanted(of), this.writer);
  }

  /** Approved, outside of plans. */
  async active(of: Partial<MakeSeries> = {}): Promise<Series> {
    const { id, version } = await this.make(of);
    return this.changes.approve({ seriesId: id, version }, this.leader);
  }

  plan(title = 'Kế hoạch năm 2027') {
    return this.plans.make({ unitId: this.province, year: 2027, month: null, title }, this.writer);
  }

  async site(unitPath: readonly string[], name: string): Promise<string> {
    const id = randomUUID();
    await this.bed.sql(
      `INSERT INTO meetings.sites (id, unit_id, unit_path, unit_name, name, search, capacity, state)
       VALUES ($1, $2, $3, 'Đơn vị mẫu', $4, $4, 60, 'ready')`,
      [id, unitPath.at(-1), unitPath, name],
    );
    return id;
  }

  /** A meeting of a series, as the scheduler makes it. @param startsAt with its offset */
  async meeting(
    series: Series,
    nominal: string,
    startsAt: string,
    of: { state?: string; edited?: boolean } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.bed.sql(
      `INSERT INTO meetings.occurrences (id, series_id, nominal_date, unit_id, unit_path, unit_name, kind, title, state,
         starts_at, ends_at, edited)
       VALUES ($1, $2, $3, $4, $5, 'Sở mẫu', $6, $7, $8, $9, $9::timestamptz + interval '2 hours', $10)`,
      [
        id,
        series.id,
        nominal,
        this.province,
        [this.province],
        series.kind,
        series.title,
        of.state ?? 'scheduled',
        startsAt,
        of.edited ?? false,
      ],
    );
    return id;
  }

  /** `2027-01-25 scheduled 08:00`, in Vietnam, by nominal date. */
  async made(seriesId: string): Promise<string[]> {
    const rows = await this.bed.sql<{ line: string }>(
      `SELECT nominal_date || ' ' || state || ' ' ||
         to_char(starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM HH24:MI') AS line
       FROM meetings.occurrences WHERE series_id = $1 ORDER BY nominal_date`,
      [seriesId],
    );
    return rows.map(({ line }) => line);
  }
}
