import type { Caller } from '@diemcau/contracts/core/caller';
import type { Unit } from '@diemcau/contracts/identity/units';
import type { Recomputed } from '@diemcau/contracts/meetings/reports';
import type { ReportFigures } from '@diemcau/contracts/meetings/reports-figures';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { figuresOf } from './figures.js';
import { GatheringService } from './gathering.service.js';
import { ReportsService } from './reports.service.js';
import { hashOf, type ReportSource } from './source.js';
import { UnitPlacesService } from './unit-places.service.js';

export interface Counted {
  readonly figures: ReportFigures;
  readonly source: ReportSource;
  readonly hash: string;
  readonly at: Date;
}

/** From events to figures, and back to the proof that they belong together (I31). */
@Injectable()
export class CountingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly reports: ReportsService,
    private readonly gathering: GatheringService,
    private readonly places: UnitPlacesService,
    private readonly clock: Clock,
  ) {}

  async count(manager: EntityManager, unitId: string, year: number): Promise<Counted> {
    const source = await this.gathering.gather(manager, unitId, year);
    return { source, figures: figuresOf(source), hash: hashOf(source), at: this.clock.now() };
  }

  /** The unit that reports, and whom it reports to. @throws Failure `units.notFound` */
  async place(unitId: string, caller: Caller): Promise<{ unit: Unit; parentName: string | null }> {
    const unit = await this.places.allowing(caller, 'reports.write', unitId);
    return { unit, parentName: await this.places.parentNameOf(unit) };
  }

  /** @throws Failure `reports.notFound` */
  async recompute(reportId: string, caller: Caller): Promise<Recomputed> {
    const { manager } = this.database;
    const row = await this.reports.seen(manager, reportId, caller);
    const [kept] = await manager.query<{ source: ReportSource }[]>(
      'SELECT source FROM annual_reports WHERE id = $1',
      [reportId],
    );
    if (!kept) throw new Error('the report went away');
    const [figures, sourceHash] = [figuresOf(kept.source), hashOf(kept.source)];
    const names = Object.keys(figures) as (keyof ReportFigures)[];
    const same = names.every((name) => figures[name] === row.figures[name]);
    const now = await this.gathering.gather(manager, row.unitId, row.year);
    return {
      equal: same && sourceHash === row.sourceHash,
      sourceHash,
      figures,
      changedSince: hashOf(now) !== row.sourceHash,
    };
  }
}
