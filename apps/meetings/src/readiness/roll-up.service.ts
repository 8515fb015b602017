import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import type { RollUp, RollUpLine, RollUpQuery } from '@diemcau/contracts/meetings/readiness';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SiteStandingService } from '../sites/standing.service.js';
import { rollUpSql } from './roll-up.sql.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

type Figures = Omit<RollUpLine, 'unitName'>;

/** Figures of many sites by the units right below one (DA-1b). */
@Injectable()
export class RollUpService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
    private readonly standing: SiteStandingService,
  ) {}

  async rollUp({ unitId }: RollUpQuery, caller: Caller): Promise<RollUp> {
    const { exactly, below } = scopeOf(caller, 'sites.read');
    const figures = await this.database.query<Figures[]>(rollUpSql(withinScope('s', 1)), [
      exactly,
      below,
      unitId ?? null,
      this.standing.today(),
    ]);
    const { items } = await this.units.named({ unitIds: figures.map((line) => line.unitId) }, itself);
    const names = new Map(items.map(({ id, name }) => [id, name]));
    const lines = figures.map((line) => ({ ...line, unitName: names.get(line.unitId) ?? '—' }));
    return { items: lines.sort((a, b) => a.unitName.localeCompare(b.unitName, 'vi')) };
  }
}
