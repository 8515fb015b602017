import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type Unit as UnitDto,
  unitErrors,
  type UnitPage,
  type UnitQuery,
} from '@diemcau/contracts/identity/units';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { scopeOf } from './scope.js';
import { TakingEffectService } from './taking-effect.service.js';
import { TreesService } from './trees.service.js';
import { Unit } from './unit.entity.js';

const toDto = ({ search: _search, ...unit }: Unit): UnitDto => unit;

@Injectable()
export class UnitsService {
  constructor(
    @InjectRepository(Unit) private readonly units: Repository<Unit>,
    private readonly trees: TreesService,
    private readonly taking: TakingEffectService,
  ) {}

  /** Sorted by name, accents apart. Of today unless a date is given. */
  async list(query: UnitQuery, caller: Caller): Promise<UnitPage> {
    const { on } = query;
    if (on !== undefined) return this.trees.list({ ...query, on }, caller);
    await this.taking.catchUp();
    const { limit = 50, parentId, type, state, includeClosed = false } = query;
    const words = wordPatterns(query.q);
    const after = positionOf(query.cursor);
    const matching = this.visibleTo(caller);
    if (parentId !== undefined) matching.andWhere('unit.parentId = :parentId', { parentId });
    if (type !== undefined) matching.andWhere('unit.type = :type', { type });
    if (state !== undefined) matching.andWhere('unit.state = :state', { state });
    else if (!includeClosed) matching.andWhere(`unit.state <> 'closed'`);
    if (words.length > 0) matching.andWhere('unit.search LIKE ALL (:words)', { words });
    const total = await matching.getCount();

    if (after) matching.andWhere('(unit.search, unit.id) > (:key, :id)', after);
    const rows = await matching
      .orderBy('unit.search')
      .addOrderBy('unit.id')
      .limit(limit + 1)
      .getMany();
    const { items, nextCursor } = pageOf(rows, limit, ({ search, id }) => ({ key: search, id }));
    return { items: items.map(toDto), nextCursor, total };
  }

  /** @throws Failure `units.notFound`, also for a unit of another province */
  async find(unitId: string, caller: Caller): Promise<UnitDto> {
    await this.taking.catchUp();
    const unit = await this.visibleTo(caller).andWhere('unit.id = :unitId', { unitId }).getOne();
    if (!unit) throw new Failure(unitErrors.notFound, { unitId });
    return toDto(unit);
  }

  /** In no particular order; unknown ones and those of other provinces are left out. */
  async named(unitIds: readonly string[], caller: Caller): Promise<UnitDto[]> {
    await this.taking.catchUp();
    const units = await this.visibleTo(caller).andWhere('unit.id = ANY (:unitIds)', { unitIds }).getMany();
    return units.map(toDto);
  }

  private visibleTo(caller: Caller): SelectQueryBuilder<Unit> {
    const scope = scopeOf(caller);
    const units = this.units.createQueryBuilder('unit');
    if (scope === 'everything') return units.where('true');
    return units.where('unit.province_id IN (SELECT province_id FROM units WHERE id = ANY (:scope))', {
      scope,
    });
  }
}
