import { Facts } from '@diemcau/service/facts/facts';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import type { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { RightsService } from '../grants/rights.service.js';
import { installationOperator } from '../installation-operator.js';
import { type InitialSecret, InitialSecretsService } from '../secrets/initial-secrets.service.js';
import { EndingService } from '../sessions/ending.service.js';
import { AttemptsService } from '../sign-in/steps/attempts.service.js';
import { RevokingService } from '../users/revoking.service.js';
import { UserNewsService } from '../users/user-news.service.js';
import { FirstAdminRefused } from './first-admin.js';

/** Which department admin is to get in again. */
export interface Recovery {
  readonly userName: string;
  /** Telephone, key and recovery codes are gone too: they are worth nothing any more. Otherwise they are still asked for. */
  readonly lostFactors: boolean;
}

interface Admin {
  readonly id: string;
  readonly unitId: string;
  readonly state: string;
}

/**
 * Lets a department admin in again whom nobody above could help: password and sessions end, a first secret leads to a new
 * password. The account waits as `invited` meanwhile, also where it is the province's only admin (I5: the role stays).
 * @throws FirstAdminRefused for a name that is no department admin's, or one that is locked or disabled
 */
export async function recoverAdmin(
  database: DataSource,
  secretsKey: string,
  wanted: Recovery,
): Promise<InitialSecret> {
  const secrets = new InitialSecretsService(database, new SecretBox(secretsKey));
  const facts = new Facts({ poke: () => undefined });
  const audit = new AuditService();
  const revoking = new RevokingService(
    new RightsService(database, facts),
    new EndingService(database, facts, audit),
  );
  const news = new UserNewsService(audit, facts);
  const userId = await database.transaction(async (manager) => {
    const { id, unitId, state } = await heldAdmin(manager, wanted);
    await forgetPassword(manager, id, wanted);
    await revoking.forgetWaysIn(manager, [id]);
    const secondFactors = wanted.lostFactors ? await forgetFactors(manager, id) : 0;
    await secrets.issue(manager, [id]);
    await revoking.putOut(manager, [id]);
    await news.changed(manager, installationOperator, {
      action: 'users.recover',
      userId: id,
      unitId,
      before: { state },
      after: { state: 'invited', secondFactorsRemoved: secondFactors },
    });
    return id;
  });
  const [secret] = await secrets.of([userId]);
  if (!secret) throw new Error('the secret that was just issued is not there');
  return secret;
}

async function heldAdmin(manager: EntityManager, { userName }: Recovery): Promise<Admin> {
  const [admin] = await manager.query<Admin[]>(
    `SELECT u.id, u.unit_id AS "unitId", u.state FROM users u
     WHERE lower(u.user_name COLLATE pg_c_utf8) = lower($1 COLLATE pg_c_utf8) AND EXISTS (
       SELECT FROM role_grants g JOIN units province ON province.id = g.unit_id
       WHERE g.user_id = u.id AND g.role = 'departmentAdmin' AND g.revoked_at IS NULL AND g.delegated_from IS NULL
         AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())
         AND province.parent_id IS NULL AND province.state = 'active')
     FOR NO KEY UPDATE`,
    [userName],
  );
  if (!admin) {
    throw new FirstAdminRefused(
      'Không có quản trị sở nào mang tên đăng nhập này · no department admin has this user name',
    );
  }
  if (admin.state !== 'active' && admin.state !== 'invited') {
    throw new FirstAdminRefused(
      'Tài khoản đang bị khoá hoặc đã ngừng: quản trị khác của tỉnh mở lại được · the account is locked or disabled: another admin of the province can open it',
    );
  }
  return admin;
}

async function forgetPassword(manager: EntityManager, userId: string, { userName }: Recovery): Promise<void> {
  await manager.query(`SELECT set_config('identity.recovering', 'on', true)`);
  await manager.query(
    `UPDATE users SET state = 'invited', password_hash = NULL, version = version + 1 WHERE id = $1`,
    [userId],
  );
  await manager.query(`SELECT set_config('identity.recovering', '', true)`);
  // Whoever tried in vain is not made to wait now.
  const keys = [AttemptsService.ofName(userName), AttemptsService.ofStep(userId)];
  await manager.query('DELETE FROM sign_in_attempts WHERE key = ANY ($1)', [keys]);
}

/** @returns how many apps and passkeys */
async function forgetFactors(manager: EntityManager, userId: string): Promise<number> {
  const [apps] = await manager.query<[unknown[], number]>(
    'DELETE FROM totp_factors WHERE user_id = $1 RETURNING user_id',
    [userId],
  );
  const [passkeys] = await manager.query<[unknown[], number]>(
    'DELETE FROM passkeys WHERE user_id = $1 RETURNING user_id',
    [userId],
  );
  await manager.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
  return apps.length + passkeys.length;
}
