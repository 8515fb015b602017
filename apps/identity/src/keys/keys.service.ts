import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type ApiKey, keyErrors, type KeyPage, type KeyQuery } from '@diemcau/contracts/identity/keys';
import { foldedSql } from '@diemcau/service/database/folded-sql';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type KeyRow, keyColumns, keyTables, toDto } from './key-row.js';
import { KeyRightsService } from './key-rights.service.js';

const isInstant = (key: string): boolean => !Number.isNaN(Date.parse(key));

/** Which keys there are, as far as the caller manages keys. */
@Injectable()
export class KeysService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rights: KeyRightsService,
  ) {}

  /** The latest first. */
  async list(query: KeyQuery, caller: Caller): Promise<KeyPage> {
    const { limit = 50, unitId = null, dead = false, q } = query;
    const managing = grantsOf(caller, 'keys.manage');
    const matching = `FROM ${keyTables}
      WHERE (k.unit_id = ANY ($1) OR unit.path && $2) AND ($3::uuid IS NULL OR unit.path @> ARRAY[$3::uuid])
        AND ($4 OR k.revoked_at IS NULL AND k.expires_at > now()) AND ${foldedSql('k.name')} LIKE ALL ($5)`;
    const values = [
      managing.map((grant) => grant.unitId),
      managing.filter(({ subtree }) => subtree).map((grant) => grant.unitId),
      unitId,
      dead,
      wordPatterns(q),
    ];
    const after = positionOf(query.cursor, isInstant);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<KeyRow[]>(
        `SELECT ${keyColumns} ${matching} AND ($6::timestamptz IS NULL OR (k.created_at, k.id) < ($6, $7::uuid))
         ORDER BY k.created_at DESC, k.id DESC LIMIT $8`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }));
    const effective = await this.rights.ofAll(page.items);
    return {
      items: page.items.map((row, i) => toDto(row, effective[i] ?? [])),
      nextCursor: page.nextCursor,
      total: count.total,
    };
  }

  /** @throws Failure `keys.notFound`, also for a key of a unit whose keys the caller does not manage */
  async find(keyId: string, caller: Caller): Promise<ApiKey> {
    const managing = grantsOf(caller, 'keys.manage');
    const [row] = await this.database.query<KeyRow[]>(
      `SELECT ${keyColumns} FROM ${keyTables} WHERE k.id = $1 AND (k.unit_id = ANY ($2) OR unit.path && $3)`,
      [
        keyId,
        managing.map((grant) => grant.unitId),
        managing.filter(({ subtree }) => subtree).map((grant) => grant.unitId),
      ],
    );
    if (!row) throw new Failure(keyErrors.notFound, { keyId });
    return toDto(row, (await this.rights.of(row)).permissions);
  }
}
