import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newRecoveryCode, typedRecoveryCode } from './recovery-code.js';

const howMany = 10;

/** For who lost phone and key: ten codes on paper, each good once. */
@Injectable()
export class RecoveryCodesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
  ) {}

  /** Ten new ones; earlier ones are worth nothing any more. */
  async renew(manager: EntityManager, userId: string): Promise<string[]> {
    const codes = Array.from({ length: howMany }, newRecoveryCode);
    await manager.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
    await manager.query('INSERT INTO recovery_codes (user_id, hash) SELECT $1, unnest($2::bytea[])', [
      userId,
      codes.map((code) => this.hashOf(userId, code)),
    ]);
    return codes;
  }

  /** Is it one that was not used before? Then it is used now. */
  async accept(userId: string, code: string): Promise<boolean> {
    const [used] = await this.database.query<[unknown[], number]>(
      'DELETE FROM recovery_codes WHERE user_id = $1 AND hash = $2 RETURNING hash',
      [userId, this.hashOf(userId, typedRecoveryCode(code))],
    );
    return used.length > 0;
  }

  async left(userId: string): Promise<number> {
    const [row] = await this.database.query<[{ left: number }]>(
      'SELECT count(*)::int AS left FROM recovery_codes WHERE user_id = $1',
      [userId],
    );
    return row.left;
  }

  async forget(manager: EntityManager, userId: string): Promise<void> {
    await manager.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
  }

  /** Keyed: 50 bits would be guessed from a copy of the table alone. */
  private hashOf(userId: string, code: string): Buffer {
    return this.box.derive('recovery code', `${userId} ${code}`);
  }
}
