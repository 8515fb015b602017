import { Failure } from '@diemcau/contracts/core/failure';
import { keyErrors, type KeyHolder, type PresentedKey } from '@diemcau/contracts/identity/keys';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { timingSafeEqual } from 'node:crypto';
import { DataSource } from 'typeorm';
import { type KeyRow, keyColumns, keyTables } from './key-row.js';
import { KeyRightsService } from './key-rights.service.js';

/** Tells edges whose key was sent. They ask at most once a minute and key, and so the last use is known to the minute. */
@Injectable()
export class RecognisingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rights: KeyRightsService,
  ) {}

  /** @throws Failure `keys.unknown` when it is wrong, revoked, run out, or its maker may not sign in any more */
  async recognise({ keyId, secretHash }: PresentedKey): Promise<KeyHolder> {
    const [row] = await this.database.query<KeyRow[]>(
      `SELECT ${keyColumns} FROM ${keyTables}
       WHERE k.id = $1 AND k.revoked_at IS NULL AND k.expires_at > now() AND maker.state = 'active'`,
      [keyId],
    );
    if (!row || !isSame(row.secretHash, secretHash)) throw new Failure(keyErrors.unknown);
    const { permissions, until } = await this.rights.of(row);
    await this.database.query(
      `UPDATE api_keys SET last_used_at = date_trunc('minute', now())
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < date_trunc('minute', now()))`,
      [keyId],
    );
    const { madeBy, unitId, subtree, addresses } = row;
    return { keyId, madeById: madeBy, unitId, subtree, permissions, addresses, until: until.toISOString() };
  }
}

function isSame(kept: Buffer, secretHash: string): boolean {
  const presented = Buffer.from(secretHash, 'hex');
  return presented.length === kept.length && timingSafeEqual(presented, kept);
}
