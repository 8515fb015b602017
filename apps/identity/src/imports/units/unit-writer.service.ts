import type { Caller } from '@diemcau/contracts/core/caller';
import { folded } from '@diemcau/contracts/core/folded';
import { UnitFacts } from '@diemcau/contracts/identity/units';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { Item, Verdict } from '../kinds/import-kind.js';
import type { KnownType, KnownUnit } from './unit-judge.js';

export interface UnitToWrite {
  readonly item: Item;
  readonly verdict: Verdict;
  readonly parent: KnownUnit | undefined;
  readonly type: KnownType | undefined;
}

/** Founds units and corrects their names; the database keeps paths, codes and history sound. */
@Injectable()
export class UnitWriterService {
  constructor(
    private readonly audit: AuditService,
    private readonly facts: Facts,
  ) {}

  /** @returns the new unit; null when none is made */
  async write(manager: EntityManager, caller: Caller, of: UnitToWrite): Promise<KnownUnit | null> {
    const { verdict, parent, type } = of;
    if (verdict.outcome === 'create' && parent && type) return this.found(manager, caller, of, parent, type);
    if (verdict.outcome === 'change') await this.rename(manager, caller, of);
    return null;
  }

  private async found(
    manager: EntityManager,
    caller: Caller,
    { item: { values } }: UnitToWrite,
    parent: KnownUnit,
    type: KnownType,
  ): Promise<KnownUnit> {
    const { code = '', name = '', validFrom, decisionNumber } = values;
    const id = randomUUID();
    const [unit] = await manager.query<[KnownUnit]>(
      `INSERT INTO units (id, parent_id, type, code, name, search, state, valid_from)
       SELECT $1, $2, $3, $4, $5, $6, CASE WHEN day > units_today() THEN 'planned' ELSE 'active' END, day
       FROM (SELECT coalesce($7::date, units_today()) AS day)
       RETURNING id, name, code, type, state, parent_id AS "parentId", path`,
      [id, parent.id, type.key, code, name, folded(`${name} ${code}`), validFrom ?? null],
    );
    const after = { code, name, type: type.key, parentId: parent.id, validFrom, decisionNumber };
    await this.audit.record(manager, caller, {
      action: 'units.found',
      unitId: id,
      object: { kind: 'unit', id },
      after,
    });
    await this.facts.record(manager, UnitFacts.changed, { unitIds: [id] });
    return unit;
  }

  private async rename(manager: EntityManager, caller: Caller, of: UnitToWrite): Promise<void> {
    const { subjectId: id, changes } = of.verdict;
    if (id === null) return;
    const { code = '', name = '', decisionNumber } = of.item.values;
    await manager.query('UPDATE units SET name = $2, search = $3, version = version + 1 WHERE id = $1', [
      id,
      name,
      folded(`${name} ${code}`),
    ]);
    await this.audit.record(manager, caller, {
      action: 'units.correct',
      unitId: id,
      object: { kind: 'unit', id },
      before: { name: changes[0]?.from },
      after: { name, decisionNumber },
    });
    await this.facts.record(manager, UnitFacts.changed, { unitIds: [id] });
  }
}
