import { folded } from '@diemcau/contracts/core/folded';
import type { Role } from '@diemcau/contracts/identity/roles';
import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { keepBuiltInRoles } from '../grants/built-in-roles.js';
import { initialSecretFrom } from '../secrets/initial-secret.js';
import { NamesService } from '../users/names.service.js';
import { PasswordsService } from '../users/passwords.service.js';
import { demoAccounts } from './accounts.js';
import { tellHistory } from './history.js';
import { type DemoUnit, department, provinceUnits } from './province.js';
import { formerUnits } from './reform.js';

/** How somebody signs in; the password is nowhere else. */
export interface SeededAccount {
  readonly role: Role;
  readonly userName: string;
  readonly password: string;
  readonly displayName: string;
}

export type Seeded =
  { readonly seeded: false } | { readonly seeded: true; readonly accounts: SeededAccount[] };

/** Fills an empty installation with the demo province; does nothing where there is any unit. Of two at once one seeds. */
export async function seed(database: DataSource): Promise<Seeded> {
  return database.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('identity.demo'))`);
    const units = await manager.query<unknown[]>('SELECT 1 FROM units LIMIT 1');
    if (units.length > 0) return { seeded: false };
    await keepBuiltInRoles(manager);
    const ids = await makeUnits(manager, provinceUnits);
    const former = await makeUnits(manager, formerUnits, ids);
    await tellHistory(manager, new Map([...former, ...ids]));
    await settle(manager, ids);
    return { seeded: true, accounts: await makeAccounts(manager, ids) };
  });
}

/**
 * As they were before the reform of 2025.
 * @param known ids of units by code that others lie below
 * @returns the ids by code
 */
async function makeUnits(
  manager: EntityManager,
  units: readonly DemoUnit[],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string>> {
  const ids = new Map(units.map(({ code }) => [code, randomUUID()]));
  for (const { code, parent, type, name } of units) {
    await manager.query(
      `INSERT INTO units (id, parent_id, type, code, name, search, state, valid_from)
       VALUES ($1, $2, $3, $4, $5, $6, 'active', '2020-01-01')`,
      [
        ids.get(code),
        parent && (ids.get(parent) ?? known.get(parent)),
        type,
        code,
        name,
        folded(`${name} ${code}`),
      ],
    );
  }
  return ids;
}

/** Everybody tries the demo with nothing at hand but the printed password. */
async function settle(manager: EntityManager, unitIds: Map<string, string>): Promise<void> {
  await manager.query('INSERT INTO province_settings (province_id, stored) VALUES ($1, $2)', [
    unitIds.get(department),
    JSON.stringify({ requireSecondFactor: 'nobody' }),
  ]);
}

async function makeAccounts(manager: EntityManager, unitIds: Map<string, string>): Promise<SeededAccount[]> {
  const passwords = new PasswordsService();
  const accounts: SeededAccount[] = [];
  for (const { role, userName, displayName, unit } of demoAccounts) {
    const password = initialSecretFrom(randomBytes(32));
    const [userId, unitId] = [randomUUID(), unitIds.get(unit)];
    await manager.query(
      `INSERT INTO users (id, user_name, password_hash, display_name, unit_id, state, kind, search, sort_name, created_at)
       VALUES ($1, $2, $3, $4, $5, 'active', $6, $7, $8, '2024-09-01')`,
      [
        userId,
        userName,
        await passwords.hash(password),
        displayName,
        unitId,
        role === 'student' || role === 'parent' ? role : 'staff',
        folded(`${displayName} ${userName}`),
        new NamesService().sortKey(displayName),
      ],
    );
    await manager.query(
      'INSERT INTO role_grants (id, user_id, role, unit_id, subtree) VALUES ($1, $2, $3, $4, true)',
      [randomUUID(), userId, role, unitId],
    );
    accounts.push({ role, userName, password, displayName });
  }
  return accounts;
}
