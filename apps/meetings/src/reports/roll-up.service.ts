import type { Caller } from '@diemcau/contracts/core/caller';
import { folded } from '@diemcau/contracts/core/folded';
import type { ReportRollUp, ReportRollUpQuery, RollUpUnit } from '@diemcau/contracts/meetings/reports';
import type { ReportFigures } from '@diemcau/contracts/meetings/reports-figures';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { totalOf } from './figures.js';
import { UnitPlacesService } from './unit-places.service.js';

const mostShown = 1000;
/** These are in the figures: somebody above has looked at them. */
const received: ReadonlySet<string | null> = new Set(['accepted', 'published']);

type Line = RollUpUnit & { readonly figures: ReportFigures | null };

/** What the units below a unit reported, in one (HB-10.1, HB-11.4). */
@Injectable()
export class RollUpService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly places: UnitPlacesService,
  ) {}

  /** @throws Failure `units.notFound` */
  async of({ unitId, year }: ReportRollUpQuery, caller: Caller): Promise<ReportRollUp> {
    const unit = await this.places.allowing(caller, 'reports.read', unitId);
    const lines = await this.database.query<Line[]>(
      `SELECT u.unit_id AS "unitId", coalesce(r.unit_name, u.unit_name) AS "unitName", r.id AS "reportId", r.state,
         r.figures
       FROM (SELECT DISTINCT ON (unit_id) unit_id, unit_name FROM (
               SELECT unit_id, unit_name FROM sites WHERE unit_path @> ARRAY[$1::uuid] AND state <> 'retired'
               UNION ALL
               SELECT unit_id, unit_name FROM annual_reports WHERE unit_path @> ARRAY[$1::uuid] AND year = $2) known
             ORDER BY unit_id) u
       LEFT JOIN annual_reports r ON r.unit_id = u.unit_id AND r.year = $2`,
      [unitId, year],
    );
    const counted = lines.filter(({ state }) => received.has(state));
    const units = lines
      .toSorted((a, b) => (folded(a.unitName) < folded(b.unitName) ? -1 : 1))
      .slice(0, mostShown)
      .map(({ figures: _figures, ...unit }) => unit);
    const owing = lines.filter(({ state }) => state === null || state === 'draft' || state === 'returned');
    return {
      unitId,
      unitName: unit.name,
      parentName: await this.places.parentNameOf(unit),
      year,
      figures: totalOf(counted.flatMap(({ figures }) => figures ?? [])),
      counted: counted.length,
      units,
      missing: owing.length,
    };
  }
}
