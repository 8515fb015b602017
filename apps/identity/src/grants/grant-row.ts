import type { GrantRecord } from '@diemcau/contracts/identity/grants';
import type { EntityManager } from 'typeorm';

/** A grant with what judging it needs. */
export interface GrantRow extends Omit<GrantRecord, 'validFrom' | 'validTo' | 'revokedAt'> {
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly revokedAt: Date | null;
  /** Folded name of the holder: lists are sorted by it. */
  readonly sortName: string;
  readonly path: string[];
}

export const grantColumns = `g.id, g.user_id AS "userId", u.display_name AS "displayName", u.user_name AS "userName",
  g.role, g.unit_id AS "unitId", unit.name AS "unitName", g.subtree, g.valid_from AS "validFrom",
  g.valid_to AS "validTo", g.granted_by AS "grantedBy", g.revoked_at AS "revokedAt",
  g.delegated_from AS "delegatedFrom", u.sort_name AS "sortName", unit.path`;
export const grantTables = `role_grants g JOIN users u ON u.id = g.user_id JOIN units unit ON unit.id = g.unit_id`;

/** In force now, or to come. */
export const notOver = `g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > now())`;

export async function grantRows(manager: EntityManager, ids: readonly string[]): Promise<GrantRow[]> {
  return manager.query<GrantRow[]>(
    `SELECT ${grantColumns} FROM ${grantTables} WHERE g.id = ANY ($1) ORDER BY g.valid_from, g.id`,
    [ids],
  );
}

export const toRecord = (row: GrantRow): GrantRecord => {
  const { sortName: _sortName, path: _path, validFrom, validTo, revokedAt, ...rest } = row;
  return {
    ...rest,
    validFrom: validFrom.toISOString(),
    validTo: validTo?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
};
