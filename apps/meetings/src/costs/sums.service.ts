import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import type { CostSum, CostSumQuery, CostSums } from '@diemcau/contracts/meetings/costs';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Costs of a year by the units right below one, and by kind (HB-11.3). */
@Injectable()
export class CostSumsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
  ) {}

  async sums({ unitId, year }: CostSumQuery, caller: Caller): Promise<CostSums> {
    const { exactly, below } = scopeOf(caller, 'sites.read');
    const sums = await this.database.query<Omit<CostSum, 'unitName'>[]>(
      `SELECT coalesce(s.unit_path[coalesce(array_position(s.unit_path, $4::uuid), 0) + 1], $4) AS "unitId", c.kind,
         sum(c.planned)::float8 AS planned, coalesce(sum(c.actual), 0)::float8 AS actual
       FROM cost_lines c JOIN sites s ON s.id = c.site_id
       WHERE ${withinScope('s', 1)} AND c.year = $3 AND ($4::uuid IS NULL OR s.unit_path @> ARRAY[$4::uuid])
       GROUP BY 1, 2 LIMIT 7000`,
      [exactly, below, year, unitId ?? null],
    );
    const unitIds = [...new Set(sums.map((sum) => sum.unitId))].slice(0, 1000);
    const { items } = await this.units.named({ unitIds }, itself);
    const names = new Map(items.map(({ id, name }) => [id, name]));
    const lines = sums.map((sum) => ({ ...sum, unitName: names.get(sum.unitId) ?? '—' }));
    return {
      items: lines.sort((a, b) => a.unitName.localeCompare(b.unitName, 'vi') || a.kind.localeCompare(b.kind)),
    };
  }
}
