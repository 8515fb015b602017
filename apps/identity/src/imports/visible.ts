import { type Caller, mayOnAllOf } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { importErrors } from '@diemcau/contracts/identity/imports';
import type { EntityManager } from 'typeorm';
import { actorIdOf, type ImportCaller, importColumns, type ImportRecord } from './import-row.js';

/** @throws Failure `common.signInNeeded` for anybody but people and programs with rights of their own */
export function importerOf(caller: Caller): ImportCaller {
  if (caller.kind === 'user' || caller.kind === 'key') return caller;
  throw new Failure(commonFailures.signInNeeded);
}

interface Seen extends ImportRecord {
  /** The province alone, or below the one of which it is a part now. */
  readonly provincePath: readonly string[];
}

/** An import is its importer's, and that of whoever may import everywhere in the province. */
const sees = (caller: ImportCaller, { actorId, provincePath }: Seen): boolean =>
  actorId === actorIdOf(caller) || mayOnAllOf(caller, 'users.import', provincePath);

/**
 * @param hold until the transaction ends nobody else changes its state
 * @throws Failure `imports.notFound`, also for one that is not the caller's to see
 */
export async function importSeenBy(
  manager: EntityManager,
  importId: string,
  caller: Caller,
  hold = false,
): Promise<ImportRecord> {
  const importer = importerOf(caller);
  const [record] = await manager.query<Seen[]>(
    `SELECT ${importColumns}, (SELECT path FROM units WHERE units.id = imports.province_id) AS "provincePath"
     FROM imports WHERE id = $1 ${hold ? 'FOR UPDATE' : ''}`,
    [importId],
  );
  if (!record || !sees(importer, record)) throw new Failure(importErrors.notFound, { importId });
  return record;
}
