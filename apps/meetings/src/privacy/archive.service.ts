import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type {
  PersonalDataPage,
  PersonalDataQuery,
  PersonalRecord,
} from '@diemcau/contracts/core/personal-data';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { pageQuery, type Reader } from './reader.js';
import { readersOfMeetings } from './readers-of-meetings.js';
import { readersOfSites } from './readers-of-sites.js';

const perPage = 200;
const readers: Readonly<Record<string, readonly Reader[]>> = { ...readersOfMeetings, ...readersOfSites };
/** `<which table of the kind>:<key of its last row>`. */
const cursorShape = /^(\d{1,2}):([^\0]*)$/;

interface Row extends PersonalRecord {
  readonly key: string;
}

/** Everything that meetings know about a person, kind by kind. */
@Injectable()
export class ArchiveService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Of a kind that is another service's: nothing. */
  async page({ userId, kind, cursor }: PersonalDataQuery): Promise<PersonalDataPage> {
    const tables = Object.hasOwn(readers, kind) ? (readers[kind] ?? []) : [];
    const items: PersonalRecord[] = [];
    let { index, after } = positionOf(cursor);
    for (let reader = tables[index]; reader; reader = tables[(index += 1)], after = null) {
      const left = perPage - items.length;
      const rows = await this.database.query<Row[]>(pageQuery(reader), [userId, after, left + 1]);
      items.push(...rows.slice(0, left).map(({ data }) => ({ data })));
      const last = rows[left - 1];
      if (rows.length > left) return { items, nextCursor: `${index}:${last?.key ?? after ?? ''}` };
    }
    return { items, nextCursor: null };
  }
}

/** @throws Failure `common.invalid` for a cursor that no page gave */
function positionOf(cursor: string | undefined): { index: number; after: string | null } {
  if (cursor === undefined) return { index: 0, after: null };
  const [, index, after] = cursorShape.exec(cursor) ?? [];
  if (index === undefined || after === undefined) {
    throw new Failure(commonFailures.invalid, {}, [{ path: 'cursor', code: 'isCursor' }]);
  }
  return { index: Number(index), after };
}
