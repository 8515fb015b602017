import type { Rest } from '@diemcau/client/rest';
import type { Access } from './access/access.js';
import type { Language, Say } from './language.js';
import { csv } from './output/csv.js';
import { table } from './output/table.js';

/** As the command line says: for people unless `--json` or `--csv`. */
export type Format = 'text' | 'json' | 'csv';

/** What the surroundings of a run are; a test has its own. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly in: NodeJS.ReadableStream;
}

/** What every command needs. */
export interface Context extends Surroundings {
  readonly language: Language;
  readonly say: Say;
  readonly format: () => Format;
  /** @throws Exit `signIn` without a key and without a login */
  readonly access: () => Promise<Access>;
  readonly rest: () => Promise<Rest>;
}

export interface Column<Row> {
  readonly title: string;
  readonly of: (row: Row) => unknown;
}

/** For people a table; for scripts what the server said, whole. */
export function show<Row>(
  context: Context,
  whole: unknown,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): void {
  const titles = columns.map(({ title }) => title);
  const cells = rows.map((row) => columns.map(({ of }) => of(row)));
  switch (context.format()) {
    case 'json':
      return json(context, whole);
    case 'csv':
      return line(context, csv(titles, cells));
    case 'text':
      line(context, rows.length === 0 ? context.say('Không có gì.', 'Nothing.') : table(titles, cells));
  }
}

/** One thing: its fields below each other. */
export function showOne(
  context: Context,
  whole: unknown,
  fields: readonly (readonly [string, unknown])[],
): void {
  switch (context.format()) {
    case 'json':
      return json(context, whole);
    case 'csv':
      return line(context, csv([context.say('Trường', 'Field'), context.say('Giá trị', 'Value')], fields));
    case 'text':
      line(context, table(['', ''], fields).trimStart());
  }
}

/** A sentence for people; scripts get the whole. */
export function tell(context: Context, whole: unknown, text: string): void {
  if (context.format() === 'json') json(context, whole);
  else line(context, text);
}

export const json = ({ out }: Pick<Context, 'out'>, whole: unknown): void =>
  void out.write(`${JSON.stringify(whole ?? {}, null, 2)}\n`);
const line = ({ out }: Context, text: string): void => void out.write(`${text}\n`);
