import type { RosterEntry } from '@diemcau/contracts/identity/roster';
import type { UserKind, UserLine, UserState } from '@diemcau/contracts/identity/user-views';
import { csvOf } from '@diemcau/spreadsheets/write/csv';
import { type Cell, xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import { StreamableFile } from '@nestjs/common';
import { csvType, type FileFormat, xlsxType } from './imports-files.js';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}
/** Asks for the page at a cursor. */
export type Pages<Item> = (at: { limit: number; cursor?: string }) => Promise<Page<Item>>;

/** A header and the rows below it, asked for while they are written. */
export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly string[]>;
}

const limit = 200;

/** The first page is asked for before anything is answered, so that a refusal is one. */
export async function tableOf<Item>(
  name: string,
  columns: Readonly<Record<string, (item: Item) => string | null>>,
  pages: Pages<Item>,
): Promise<Table> {
  const first = await pages({ limit });
  const cells = Object.values(columns);
  async function* rows(): AsyncGenerator<readonly string[]> {
    let page = first;
    for (;;) {
      for (const item of page.items) yield cells.map((cell) => cell(item) ?? '');
      if (page.nextCursor === null) return;
      page = await pages({ limit, cursor: page.nextCursor });
    }
  }
  return { name, header: Object.keys(columns), rows: rows() };
}

async function* whole({ header, rows }: Table): AsyncGenerator<readonly string[]> {
  yield header;
  yield* rows;
}

async function* formatted({ header, rows }: Table): AsyncGenerator<readonly Cell[]> {
  yield header.map((text) => ({ text, look: 'header' }));
  yield* rows;
}

export function tableFile(table: Table, name: string, format: FileFormat): StreamableFile {
  const options = { disposition: `attachment; filename="${name}.${format}"` };
  if (format === 'csv') return new StreamableFile(csvOf(whole(table)), { ...options, type: csvType });
  const sheet = {
    name: table.name,
    frozenRows: 1,
    widths: table.header.map(() => 22),
    rows: formatted(table),
  };
  return new StreamableFile(xlsxOf([sheet]), { ...options, type: xlsxType });
}

const kinds: Readonly<Record<UserKind, string>> = {
  staff: 'Cán bộ, giáo viên',
  student: 'Học sinh',
  parent: 'Phụ huynh',
  service: 'Hệ thống',
};
const states: Readonly<Record<UserState, string>> = {
  invited: 'Chưa nhận tài khoản',
  active: 'Đang dùng',
  locked: 'Đang khoá',
  disabled: 'Đã ngừng',
};

/** `YYYY-MM-DD` as Vietnamese write it. */
export const day = (date: string | null): string | null => date && date.split('-').reverse().join('/');

export const usersTable = (pages: Pages<UserLine>): Promise<Table> =>
  tableOf(
    'Người dùng',
    {
      Mã: ({ code }) => code,
      'Họ và tên': ({ displayName }) => displayName,
      'Ngày sinh': ({ birthDate }) => day(birthDate),
      'Tên đăng nhập': ({ userName }) => userName,
      Loại: ({ kind }) => kinds[kind],
      'Đơn vị': ({ unitName }) => unitName,
      Lớp: ({ className }) => className,
      'Điện thoại': ({ phone }) => phone,
      'E-mail': ({ email }) => email,
      'Trạng thái': ({ state }) => states[state],
    },
    pages,
  );

const trainingOf = ({ training }: RosterEntry): string =>
  training
    .map(({ course, date, certificateNo }) =>
      [course, day(date), certificateNo && `số ${certificateNo}`].filter((part) => part).join(', '),
    )
    .join('; ');

export const rosterTable = (pages: Pages<RosterEntry>): Promise<Table> =>
  tableOf(
    'Cán bộ vận hành',
    {
      'Đơn vị': ({ unitName }) => unitName,
      'Họ và tên': ({ name }) => name,
      'Điện thoại': ({ phone }) => phone,
      'E-mail': ({ email }) => email,
      'Nhiệm vụ': ({ duties }) => duties,
      'Từ ngày': ({ since }) => day(since),
      'Đến ngày': ({ until }) => day(until),
      'Tập huấn': trainingOf,
    },
    pages,
  );
