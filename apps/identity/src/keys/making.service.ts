import { type Caller, mayOn, mayOnAllOf, type UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { apiKey, keyErrors, KeyFacts, type MakeKey } from '@diemcau/contracts/identity/keys';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { RightsService } from '../grants/rights.service.js';
import { isAddressOrNetwork } from './addresses.js';
import { newKey } from './key-token.js';

const dayMs = 86_400_000;

/** Makes and revokes keys. */
@Injectable()
export class MakingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rights: RightsService,
    private readonly audit: AuditService,
    private readonly facts: Facts,
  ) {}

  /**
   * @returns its id, and the whole key, which is kept nowhere
   * @throws Failure `keys.peopleOnly`, `units.notFound`, `keys.beyond`, `.badExpiry`, `.badAddress`
   */
  async make(input: MakeKey, caller: Caller): Promise<{ id: string; token: string }> {
    if (caller.kind !== 'user') throw new Failure(keyErrors.peopleOnly);
    const { name, unitId, subtree, scopes, expiresAt, addresses = [] } = input;
    const lifeMs = Date.parse(expiresAt) - Date.now();
    if (lifeMs <= 0 || lifeMs > apiKey.maxDays * dayMs) throw new Failure(keyErrors.badExpiry);
    const bad = addresses.filter((address) => !isAddressOrNetwork(address));
    if (bad.length > 0) throw new Failure(keyErrors.badAddress, { addresses: bad });
    return this.database.transaction(async (manager) => {
      await this.refuseBeyond(manager, input, caller);
      const { id, token, hash } = newKey();
      await manager.query(
        `INSERT INTO api_keys (id, name, unit_id, subtree, scopes, addresses, secret_hash, made_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, name, unitId, subtree, scopes, addresses, hash, caller.userId, expiresAt],
      );
      const after = { name, subtree, scopes, addresses, expiresAt };
      const object = { kind: 'key', id };
      await this.audit.record(manager, caller, { action: 'keys.make', unitId, object, after });
      return { id, token };
    });
  }

  /** @throws Failure `keys.notFound` */
  async revoke(keyId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [key] = await manager.query<
        { unitId: string; path: string[]; subtree: boolean; name: string; revokedAt: Date | null }[]
      >(
        `SELECT k.unit_id AS "unitId", unit.path, k.subtree, k.name, k.revoked_at AS "revokedAt"
         FROM api_keys k JOIN units unit ON unit.id = k.unit_id WHERE k.id = $1 FOR UPDATE OF k`,
        [keyId],
      );
      if (!key || !mayOn(caller, 'keys.manage', key.path)) throw new Failure(keyErrors.notFound, { keyId });
      if (key.revokedAt !== null) return;
      await manager.query(
        'UPDATE api_keys SET revoked_at = clock_timestamp(), revoked_by = $2 WHERE id = $1',
        [keyId, caller.kind === 'user' ? caller.userId : caller.kind === 'key' ? caller.keyId : caller.kind],
      );
      await this.facts.record(manager, KeyFacts.revoked, { keyIds: [keyId] });
      await this.audit.record(manager, caller, {
        action: 'keys.revoke',
        unitId: key.unitId,
        object: { kind: 'key', id: keyId },
        before: { name: key.name },
      });
    });
  }

  private async refuseBeyond(manager: EntityManager, input: MakeKey, caller: UserCaller): Promise<void> {
    const { unitId, subtree, scopes } = input;
    const [unit] = await manager.query<{ path: string[] }[]>('SELECT path FROM units WHERE id = $1', [
      unitId,
    ]);
    const manages = unit && (subtree ? mayOnAllOf : mayOn)(caller, 'keys.manage', unit.path);
    if (!manages) throw new Failure(unitErrors.notFound, { unitId });
    const missing = this.rights.beyond(caller, scopes, { unitPath: unit.path, subtree });
    if (missing.length > 0) throw new Failure(keyErrors.beyond, { missing });
  }
}
