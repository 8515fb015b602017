import { builtInUnitTypes } from '@diemcau/contracts/identity/unit-types';
import type { EntityManager } from 'typeorm';

/** Gives the built-in types of units the names and rules of this release. */
export async function keepBuiltInUnitTypes(manager: EntityManager): Promise<void> {
  for (const [key, { vi, en, top, under }] of Object.entries(builtInUnitTypes)) {
    await manager.query(
      `INSERT INTO unit_types (key, name_vi, name_en, top, under) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (key) DO UPDATE
       SET name_vi = excluded.name_vi, name_en = excluded.name_en, top = excluded.top, under = excluded.under
       WHERE (unit_types.name_vi, unit_types.name_en, unit_types.top, unit_types.under)
         IS DISTINCT FROM (excluded.name_vi, excluded.name_en, excluded.top, excluded.under)`,
      [key, vi, en, top, [...under]],
    );
  }
}
