import { folded } from '@diemcau/contracts/core/folded';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Item, KindRun, RunContext, Verdict } from '../kinds/import-kind.js';
import { judgeUnit, type KnownType, type KnownUnit } from './unit-judge.js';
import type { UnitWriterService } from './unit-writer.service.js';

const key = (code: string): string => code.toLowerCase();

/** Works through rows of units. A parent stands above its children in the file, or is there already. */
export class UnitsRun implements KindRun {
  /** What earlier rows would make, while nothing is written yet. */
  private readonly planned = new Map<string, KnownUnit>();

  constructor(
    private readonly context: () => RunContext,
    private readonly writer: UnitWriterService,
  ) {}

  async compare(manager: EntityManager, items: readonly Item[]): Promise<Verdict[]> {
    const { known, types } = await this.look(manager, items, false);
    return items.map((item) => {
      const verdict = this.judged(item, known, types);
      if (verdict.outcome === 'create') this.plan(item, known, types);
      return verdict;
    });
  }

  async write(manager: EntityManager, items: readonly Item[]): Promise<Verdict[]> {
    const { caller } = this.context();
    const { known, types } = await this.look(manager, items, true);
    const verdicts: Verdict[] = [];
    for (const item of items) {
      const verdict = this.judged(item, known, types);
      const unit = await this.writer.write(manager, caller, {
        item,
        verdict,
        parent: known.get(key(item.values['parentCode'] ?? '')),
        type: types.get(folded(item.values['type'] ?? '')),
      });
      // Later rows of the same batch may lie under it.
      if (unit) known.set(key(unit.code), unit);
      verdicts.push({ ...verdict, subjectId: unit?.id ?? verdict.subjectId });
    }
    return verdicts;
  }

  private judged(
    item: Item,
    known: ReadonlyMap<string, KnownUnit>,
    types: ReadonlyMap<string, KnownType>,
  ): Verdict {
    const { code = '', parentCode = '', type = '' } = item.values;
    return judgeUnit(item, {
      caller: this.context().caller,
      known: known.get(key(code)),
      parent: known.get(key(parentCode)) ?? this.planned.get(key(parentCode)),
      type: types.get(folded(type)),
    });
  }

  private plan(
    { values }: Item,
    known: ReadonlyMap<string, KnownUnit>,
    types: ReadonlyMap<string, KnownType>,
  ): void {
    const { code = '', name = '', parentCode = '', type = '' } = values;
    const parent = known.get(key(parentCode)) ?? this.planned.get(key(parentCode));
    const id = randomUUID();
    this.planned.set(key(code), {
      id,
      name,
      code,
      type: types.get(folded(type))?.key ?? '',
      state: 'active',
      parentId: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
    });
  }

  private async look(manager: EntityManager, items: readonly Item[], hold: boolean) {
    const { provinceId } = this.context();
    const codes = items.flatMap(({ values }) => [values['code'] ?? '', values['parentCode'] ?? '']).map(key);
    const units = await manager.query<KnownUnit[]>(
      `SELECT id, name, code, type, state, parent_id AS "parentId", path FROM units
       WHERE province_id = $1 AND lower(code) = ANY ($2) ORDER BY id ${hold ? 'FOR NO KEY UPDATE' : ''}`,
      [provinceId, codes],
    );
    const types = await manager.query<KnownType[]>(
      `SELECT key, name_vi AS "nameVi", name_en AS "nameEn", under FROM unit_types
       WHERE province_id IS NULL OR province_id = $1 ORDER BY province_id NULLS FIRST`,
      [provinceId],
    );
    return {
      known: new Map(units.map((unit) => [key(unit.code), unit])),
      types: new Map(
        types.flatMap((type) =>
          [type.key, type.nameVi, type.nameEn].map((name) => [folded(name), type] as const),
        ),
      ),
    };
  }
}
