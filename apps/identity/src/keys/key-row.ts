import type { ApiKey } from '@diemcau/contracts/identity/keys';
import type { Permission } from '@diemcau/contracts/identity/permissions';

/** A key with what must be known of its unit and its maker. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly path: string[];
  readonly subtree: boolean;
  readonly scopes: Permission[];
  readonly addresses: string[];
  readonly secretHash: Buffer;
  readonly madeBy: string;
  readonly makerName: string;
  readonly makerState: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export const keyColumns = `k.id, k.name, k.unit_id AS "unitId", unit.name AS "unitName", unit.path, k.subtree, k.scopes,
  k.addresses, k.secret_hash AS "secretHash", k.made_by AS "madeBy", maker.display_name AS "makerName",
  maker.state AS "makerState", k.created_at AS "createdAt", k.expires_at AS "expiresAt",
  k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt"`;
export const keyTables =
  'api_keys k JOIN units unit ON unit.id = k.unit_id JOIN users maker ON maker.id = k.made_by';

export const toDto = (row: KeyRow, effective: Permission[]): ApiKey => ({
  id: row.id,
  name: row.name,
  unitId: row.unitId,
  unitName: row.unitName,
  subtree: row.subtree,
  scopes: row.scopes,
  effective,
  addresses: row.addresses,
  madeById: row.madeBy,
  madeByName: row.makerName,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
