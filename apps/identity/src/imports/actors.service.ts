import type { Caller, KeyCaller } from '@diemcau/contracts/core/caller';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { RightsService } from '../grants/rights.service.js';
import type { ImportRecord } from './import-row.js';

/** In whose name an import goes on. */
@Injectable()
export class ActorsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rights: RightsService,
  ) {}

  /**
   * Whoever began the import, with the rights of this moment: an import does not outlive them. Null for somebody who may
   * not sign in any more, and for a key that was revoked or has run out.
   */
  async callerOf(
    { caller }: ImportRecord,
    manager: EntityManager = this.database.manager,
  ): Promise<Caller | null> {
    if (caller.kind === 'key') {
      const [key] = await manager.query<{ madeBy: string }[]>(
        `SELECT made_by AS "madeBy" FROM api_keys WHERE id = $1 AND revoked_at IS NULL AND expires_at > now()`,
        [caller.keyId],
      );
      return key && (await this.isActive(manager, key.madeBy))
        ? this.keyOf(manager, caller, key.madeBy)
        : null;
    }
    if (!(await this.isActive(manager, caller.userId))) return null;
    const { rights } = await this.rights.of(caller.userId, manager);
    return { ...caller, ...rights };
  }

  /** What its maker has lost, the key has lost. */
  private async keyOf(manager: EntityManager, caller: KeyCaller, madeBy: string): Promise<KeyCaller> {
    const maker: KeyCaller = { ...caller, ...(await this.rights.of(madeBy, manager)).rights };
    const units = await manager.query<{ id: string; path: string[] }[]>(
      'SELECT id, path FROM units WHERE id = ANY ($1)',
      [caller.grants.map(({ unitId }) => unitId)],
    );
    const roles = { ...caller.roles };
    for (const { role, unitId, subtree } of caller.grants) {
      const unitPath = units.find(({ id }) => id === unitId)?.path ?? [];
      const lost = this.rights.beyond(maker, roles[role] ?? [], { unitPath, subtree });
      roles[role] = (roles[role] ?? []).filter((permission) => !lost.includes(permission));
    }
    return { ...caller, roles };
  }

  private async isActive(manager: EntityManager, userId: string): Promise<boolean> {
    const found = await manager.query<unknown[]>(`SELECT FROM users WHERE id = $1 AND state = 'active'`, [
      userId,
    ]);
    return found.length > 0;
  }
}
