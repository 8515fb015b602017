import { builtInRoles } from '@diemcau/contracts/identity/roles';
import type { EntityManager } from 'typeorm';

/** Gives the built-in roles the names and permissions of this release. */
export async function keepBuiltInRoles(manager: EntityManager): Promise<void> {
  for (const [key, { vi, en, permissions }] of Object.entries(builtInRoles)) {
    await manager.query(
      `INSERT INTO roles (key, name_vi, name_en, permissions) VALUES ($1, $2, $3, $4)
       ON CONFLICT (key) DO UPDATE
       SET name_vi = excluded.name_vi, name_en = excluded.name_en, permissions = excluded.permissions
       WHERE (roles.name_vi, roles.name_en, roles.permissions)
         IS DISTINCT FROM (excluded.name_vi, excluded.name_en, excluded.permissions)`,
      [key, vi, en, [...permissions]],
    );
  }
}
