import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RightsService } from '../grants/rights.service.js';
import { EndingService } from '../sessions/ending.service.js';

/** Puts people out: their sessions end and their access tokens are refused everywhere within 5 s (I6). */
@Injectable()
export class RevokingService {
  constructor(
    private readonly rights: RightsService,
    private readonly ending: EndingService,
  ) {}

  /** In the transaction that takes away why they may be in. What they lent is looked at anew, too. */
  async putOut(manager: EntityManager, userIds: readonly string[]): Promise<void> {
    for (const userId of userIds) await this.ending.end(manager, userId);
    await this.rights.changed(manager, [...userIds, ...(await borrowersOf(manager, userIds))]);
  }

  /** What could still lead in without a password: initial secrets and links to reset it. */
  async forgetWaysIn(manager: EntityManager, userIds: readonly string[]): Promise<void> {
    await manager.query('DELETE FROM initial_secrets WHERE user_id = ANY ($1)', [userIds]);
    await manager.query('DELETE FROM password_resets WHERE user_id = ANY ($1)', [userIds]);
  }
}

async function borrowersOf(manager: EntityManager, userIds: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT lent.user_id AS id FROM role_grants lent JOIN role_grants own ON own.id = lent.delegated_from
     WHERE own.user_id = ANY ($1) AND lent.revoked_at IS NULL AND (lent.valid_to IS NULL OR lent.valid_to > now())`,
    [userIds],
  );
  return rows.map(({ id }) => id);
}
