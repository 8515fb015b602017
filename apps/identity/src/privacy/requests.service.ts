import { type Caller, grantsOf, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  privacyErrors,
  type PrivacyRequestPage,
  type PrivacyRequestQuery,
} from '@diemcau/contracts/identity/privacy';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type RequestRow, selectRequests, toDto } from './request-rows.js';

const isInstant = (key: string): boolean => /^[12]\d{3}-/.test(key) && !Number.isNaN(Date.parse(key));

/** The id under which a caller asks and decides. */
export function idOf(caller: Caller): string {
  if (caller.kind === 'user') return caller.userId;
  if (caller.kind === 'key') return caller.keyId;
  throw new Failure(commonFailures.signInNeeded);
}

export const manages = (caller: Caller, { unitPath }: Pick<RequestRow, 'unitPath'>): boolean =>
  mayOn(caller, 'privacy.manage', unitPath);

/** The register of requests, as far as the caller may see it. */
@Injectable()
export class RequestsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Newest first: one's own, and those about people of the units that one manages. */
  async list(query: PrivacyRequestQuery, caller: Caller): Promise<PrivacyRequestPage> {
    const { limit = 50, cursor, kind, state, userId } = query;
    const after = positionOf(cursor, isInstant);
    const grants = grantsOf(caller, 'privacy.manage');
    const rows = await this.database.query<RequestRow[]>(
      `${selectRequests}
       WHERE (request.user_id = $1 OR request.requested_by = $1 OR unit.id = ANY ($2) OR unit.path && $3::uuid[])
         AND ($4::text IS NULL OR request.kind = $4) AND ($5::text IS NULL OR request.state = $5)
         AND ($6::uuid IS NULL OR request.user_id = $6)
         AND ($7::timestamptz IS NULL OR (request.requested_at, request.id) < ($7, $8::uuid))
       ORDER BY request.requested_at DESC, request.id DESC LIMIT $9`,
      [
        idOf(caller),
        grants.map(({ unitId }) => unitId),
        grants.filter(({ subtree }) => subtree).map(({ unitId }) => unitId),
        kind ?? null,
        state ?? null,
        userId ?? null,
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ requestedAt, id }) => ({
      key: requestedAt.toISOString(),
      id,
    }));
    return { items: items.map(toDto), nextCursor };
  }

  /** @throws Failure `privacy.notFound`, also for what is none of the caller's business */
  async find(requestId: string, caller: Caller): Promise<RequestRow> {
    const [row] = await this.database.query<RequestRow[]>(`${selectRequests} WHERE request.id = $1`, [
      requestId,
    ]);
    const asks = caller.kind === 'service' ? null : idOf(caller);
    if (!row || (asks !== null && !this.concerns(row, asks) && !manages(caller, row))) {
      throw new Failure(privacyErrors.notFound, { requestId });
    }
    return row;
  }

  private concerns({ userId, requestedBy }: RequestRow, id: string): boolean {
    return id === userId || id === requestedBy;
  }
}
