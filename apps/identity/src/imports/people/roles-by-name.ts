import { folded } from '@diemcau/contracts/core/folded';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { EntityManager } from 'typeorm';

export interface NamedRole {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly permissions: readonly Permission[];
}

/** Roles that may be given in a province, by any of their names, folded. A province's own come before built-in ones. */
export async function rolesByName(
  manager: EntityManager,
  provinceId: string,
): Promise<ReadonlyMap<string, NamedRole>> {
  const roles = await manager.query<NamedRole[]>(
    `SELECT key, name_vi AS "nameVi", name_en AS "nameEn", permissions FROM roles
     WHERE province_id IS NULL OR province_id = $1 ORDER BY province_id NULLS FIRST`,
    [provinceId],
  );
  return new Map(
    roles.flatMap((role) =>
      [role.key, role.nameVi, role.nameEn].map((name) => [folded(name), role] as const),
    ),
  );
}
