import { folded } from '@diemcau/contracts/core/folded';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { keepBuiltInRoles } from '../grants/built-in-roles.js';
import { installationOperator } from '../installation-operator.js';
import { type InitialSecret, InitialSecretsService } from '../secrets/initial-secrets.service.js';
import { knownMerge } from '../merge-province/provinces.js';
import { NamesService } from '../users/names.service.js';

/** Who is to administer which province. */
export interface FirstAdmin {
  /** `Sở Giáo dục và Đào tạo Thanh Hoá` */
  readonly provinceName: string;
  /** `so-thanh-hoa`; a province of this code is taken as it is. */
  readonly provinceCode: string;
  readonly userName: string;
  readonly displayName: string;
}

/** Why nothing was made. */
export class FirstAdminRefused extends Error {
  override readonly name = 'FirstAdminRefused';
}

/**
 * A province and its first department admin, for an installation that has none: everything else is done by that person in
 * the console (TE-3g). Asked again before the secret was used, it gives a new one.
 * @throws FirstAdminRefused when the province has an admin who signs in or is part of another now, or the user name is
 * somebody else's
 */
export async function makeFirstAdmin(
  database: DataSource,
  secretsKey: string,
  wanted: FirstAdmin,
): Promise<InitialSecret> {
  const secrets = new InitialSecretsService(database, new SecretBox(secretsKey));
  const userId = await database.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('identity.firstAdmin'))`);
    await keepBuiltInRoles(manager);
    const provinceId = await province(manager, wanted);
    await refuseWhereAdministered(manager, provinceId);
    const id = await admin(manager, provinceId, wanted);
    await secrets.issue(manager, [id]);
    await new AuditService().record(manager, installationOperator, {
      action: 'users.firstAdmin',
      unitId: provinceId,
      object: { kind: 'user', id },
    });
    return id;
  });
  const [secret] = await secrets.of([userId]);
  if (!secret) throw new Error('the secret that was just issued is not there');
  return secret;
}

async function province(manager: EntityManager, { provinceName, provinceCode }: FirstAdmin): Promise<string> {
  const [known] = await manager.query<{ id: string }[]>(
    `SELECT id FROM units WHERE parent_id IS NULL AND code = $1 AND state = 'active'`,
    [provinceCode],
  );
  if (known) return known.id;
  const merged = await knownMerge(manager, provinceCode);
  if (merged) {
    throw new FirstAdminRefused(
      `Tỉnh mang mã này đã sáp nhập vào ${merged.intoName} từ ${merged.effectiveOn} · the province of this code is part of ${merged.intoName} since ${merged.effectiveOn}`,
    );
  }
  const id = randomUUID();
  await manager.query(
    `INSERT INTO units (id, type, code, name, search, state, valid_from)
     VALUES ($1, 'department', $2, $3, $4, 'active', current_date)`,
    [id, provinceCode, provinceName, folded(`${provinceName} ${provinceCode}`)],
  );
  return id;
}

async function refuseWhereAdministered(manager: EntityManager, provinceId: string): Promise<void> {
  const admins = await manager.query<unknown[]>(
    `SELECT 1 FROM role_grants g JOIN users u ON u.id = g.user_id
     WHERE g.unit_id = $1 AND g.role = 'departmentAdmin' AND g.revoked_at IS NULL AND u.state = 'active' LIMIT 1`,
    [provinceId],
  );
  if (admins.length > 0)
    throw new FirstAdminRefused(
      'Tỉnh này đã có quản trị sở đang dùng · the province has a department admin already',
    );
}

/** @returns the id of the invited account with the role over the whole province */
async function admin(
  manager: EntityManager,
  provinceId: string,
  { userName, displayName }: FirstAdmin,
): Promise<string> {
  const [known] = await manager.query<{ id: string; unitId: string; state: string }[]>(
    `SELECT id, unit_id AS "unitId", state FROM users
     WHERE lower(user_name COLLATE pg_c_utf8) = lower($1 COLLATE pg_c_utf8)`,
    [userName],
  );
  if (known && (known.unitId !== provinceId || known.state !== 'invited')) {
    throw new FirstAdminRefused('Tên đăng nhập này đã có người dùng · the user name is somebody else’s');
  }
  const id = known?.id ?? randomUUID();
  if (known) return id;
  const names = new NamesService();
  await manager.query(
    `INSERT INTO users (id, user_name, display_name, unit_id, state, search, sort_name)
     VALUES ($1, $2, $3, $4, 'invited', $5, $6)`,
    [
      id,
      userName,
      displayName,
      provinceId,
      names.searchText(displayName, userName),
      names.sortKey(displayName),
    ],
  );
  await manager.query(
    `INSERT INTO role_grants (id, user_id, role, unit_id, subtree)
     VALUES (gen_random_uuid(), $1, 'departmentAdmin', $2, true)`,
    [id, provinceId],
  );
  return id;
}
