import type { ConsentGiven, ConsentText } from '@diemcau/contracts/identity/consents';
import { currentRequest } from '@diemcau/service/log/request-context';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';

interface ConsentRow {
  readonly userId: string;
  readonly kind: ConsentGiven['kind'];
  readonly textVersion: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

/** Who agreed to what about whose data, when and from where (Law 91/2025). Nothing is ever taken out but by erasure. */
@Injectable()
export class ConsentsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The same version agreed to again while it holds is one consent. */
  async give(
    manager: EntityManager,
    { kind, version }: ConsentText,
    userId: string,
    givenBy: string,
  ): Promise<void> {
    const { address, agent } = currentRequest() ?? {};
    await manager.query(
      `INSERT INTO consents (id, user_id, kind, text_version, given_by, address, agent)
       SELECT $1, $2, $3, $4, $5, $6, $7
       WHERE NOT EXISTS (SELECT FROM consents WHERE user_id = $2 AND kind = $3 AND text_version = $4 AND given_by = $5
         AND withdrawn_at IS NULL)`,
      [randomUUID(), userId, kind, version, givenBy, address, agent],
    );
  }

  /** @returns how many it ended */
  async withdraw(manager: EntityManager, userId: string, givenBy: string): Promise<number> {
    const [, withdrawn] = await manager.query<[unknown[], number]>(
      `UPDATE consents SET withdrawn_at = clock_timestamp()
       WHERE user_id = $1 AND given_by = $2 AND withdrawn_at IS NULL`,
      [userId, givenBy],
    );
    return withdrawn;
  }

  /** What one person agreed to about others, the latest first, by whose data it is. */
  async by(givenBy: string): Promise<ReadonlyMap<string, ConsentGiven[]>> {
    const rows = await this.database.query<ConsentRow[]>(
      `SELECT user_id AS "userId", kind, text_version AS "textVersion", given_at AS "givenAt",
              withdrawn_at AS "withdrawnAt"
       FROM consents WHERE given_by = $1 ORDER BY given_at DESC, id LIMIT 1000`,
      [givenBy],
    );
    const given = new Map<string, ConsentGiven[]>();
    for (const { userId, givenAt, withdrawnAt, ...consent } of rows) {
      const known = given.get(userId) ?? [];
      known.push({
        ...consent,
        givenAt: givenAt.toISOString(),
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
      });
      given.set(userId, known);
    }
    return given;
  }
}
