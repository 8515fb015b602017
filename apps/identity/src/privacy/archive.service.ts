import type { Client } from '@diemcau/contracts/core/contract';
import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type ArchiveChunk,
  type ArchiveChunkQuery,
  privacyErrors,
} from '@diemcau/contracts/identity/privacy';
import type { DataKind } from '@diemcau/contracts/identity/data-kind';
import { type DataKindKey, dataKindKeys, dataKinds } from '@diemcau/contracts/identity/privacy-kinds';
import { type MediaPersonalData, MediaPersonalDataClient } from '@diemcau/contracts/media/personal-data';
import { MeetingsPersonalDataClient } from '@diemcau/contracts/meetings/personal-data';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { archiveQueries } from './archive-queries.js';
import { RequestsService } from './requests.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'identity' };
/** A part travels over the bus as JSON; what is written in Vietnamese takes up to three bytes a letter. */
const partLength = 60_000;

type Records = Record<string, unknown>[];

/** Everything about a person in one JSON document. */
@Injectable()
export class ArchiveService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly meetings: MeetingsPersonalDataClient,
    private readonly media: MediaPersonalDataClient,
    private readonly requests: RequestsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Written part by part; begun anew when it was begun before.
   * @param onKind called after each kind of data
   * @throws Failure `common.unavailable` while another service is away
   */
  async make(requestId: string, userId: string, onKind: (through: number) => Promise<void>): Promise<void> {
    await this.database.query('DELETE FROM privacy_archives WHERE request_id = $1', [requestId]);
    let index = 0;
    const keep = async (text: string) => {
      for (const part of partsOf(text)) {
        await this.database.query('INSERT INTO privacy_archives VALUES ($1, $2, $3)', [
          requestId,
          index,
          part,
        ]);
        index += 1;
      }
    };
    await keep(`{"userId":${JSON.stringify(userId)},"madeAt":"${new Date().toISOString()}","kinds":{`);
    for (const [at, kind] of dataKindKeys.entries()) {
      const { vi, en, service }: DataKind = dataKinds[kind];
      const records = await this.recordsOf(kind, service, userId);
      await keep(`${at > 0 ? ',' : ''}\n"${kind}":${JSON.stringify({ vi, en, records }, null, 1)}`);
      await onKind(at + 1);
    }
    await keep('}}\n');
  }

  /** @throws Failure `privacy.noArchive` when it is not there yet or no more */
  async chunk({ requestId, index }: ArchiveChunkQuery, caller: Caller): Promise<ArchiveChunk> {
    const request = await this.requests.find(requestId, caller);
    const [part] =
      request.archiveUntil === null
        ? []
        : await this.database.query<ArchiveChunk[]>(
            `SELECT text, (SELECT count(*)::int FROM privacy_archives WHERE request_id = $1) AS count
             FROM privacy_archives WHERE request_id = $1 AND index = $2`,
            [requestId, index],
          );
    if (!part) throw new Failure(privacyErrors.noArchive, { requestId });
    if (index === 0) {
      await this.audit.record(this.database.manager, caller, {
        action: 'privacy.fetchArchive',
        unitId: request.unitId,
        object: { kind: 'user', id: request.userId },
        after: { requestId },
      });
    }
    return part;
  }

  private recordsOf(kind: DataKindKey, service: DataKind['service'], userId: string): Promise<Records> {
    switch (service) {
      case 'identity':
        return this.own(kind, userId);
      case 'meetings':
        return foreign(this.meetings, kind, userId);
      case 'media':
        return foreign(this.media, kind, userId);
    }
  }

  private async own(kind: DataKindKey, userId: string): Promise<Records> {
    const records: Records = [];
    for (const [table, query] of Object.entries(archiveQueries[kind] ?? {})) {
      // At once: pages of an order in which two rows are alike would leave some out.
      const rows = await this.database.query<object[]>(query, [userId]);
      for (const row of rows) records.push({ of: table, ...row });
    }
    return records;
  }
}

async function foreign(
  service: Client<typeof MediaPersonalData>,
  kind: DataKindKey,
  userId: string,
): Promise<Records> {
  const records: Records = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof service.of>> = await service.of(
      { userId, kind, ...(cursor !== null && { cursor }) },
      itself,
    );
    records.push(...page.items.map(({ data }) => ({ ...data })));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return records;
}

/** Whole characters: a surrogate pair is not cut in two. */
function* partsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const end = at + partLength;
    const cut = /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end;
    yield text.slice(at, cut);
    at = cut;
  }
}
