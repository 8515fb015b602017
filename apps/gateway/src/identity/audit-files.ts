import type { Caller } from '@diemcau/contracts/core/caller';
import type {
  AuditDetailPage,
  AuditEntryDetail,
  AuditFilter,
  AuditLogClient,
} from '@diemcau/contracts/identity/audit';
import { csvOf } from '@diemcau/spreadsheets/write/csv';
import { Readable } from 'node:stream';

export const csvType = 'text/csv';
export const jsonLinesType = 'application/x-ndjson';

const perPage = 100;

const columns = [
  'sequence',
  'id',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'action',
  'unitId',
  'unitName',
  'objectKind',
  'objectId',
  'objectName',
  'address',
  'agent',
  'sessionId',
  'requestId',
  'before',
  'after',
  'position',
  'hash',
] as const satisfies readonly (keyof AuditEntryDetail)[];

/** The first page is asked for before anything is answered, so that a refusal is one, and the export is logged. */
export async function entriesOf(
  log: AuditLogClient,
  filter: AuditFilter,
  caller: Caller,
): Promise<AsyncGenerator<AuditEntryDetail>> {
  // A cursor in the address would skip the first page, and with it the entry about the export.
  const wanted = { ...filter, limit: perPage, cursor: undefined };
  const first = await log.export(wanted, caller);
  return restOf(first, (cursor) => log.export({ ...wanted, cursor }, caller));
}

async function* restOf(
  first: AuditDetailPage,
  next: (cursor: string) => Promise<AuditDetailPage>,
): AsyncGenerator<AuditEntryDetail> {
  let page = first;
  for (;;) {
    yield* page.items;
    if (page.nextCursor === null) return;
    page = await next(page.nextCursor);
  }
}

export const auditCsv = (entries: AsyncIterable<AuditEntryDetail>): Readable => csvOf(rowsOf(entries));

async function* rowsOf(entries: AsyncIterable<AuditEntryDetail>): AsyncGenerator<readonly string[]> {
  yield columns;
  for await (const entry of entries) yield columns.map((column) => textOf(entry[column]));
}

const textOf = (value: string | number | object | null): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

export const auditJsonLines = (entries: AsyncIterable<AuditEntryDetail>): Readable =>
  Readable.from(linesOf(entries));

async function* linesOf(entries: AsyncIterable<AuditEntryDetail>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}
