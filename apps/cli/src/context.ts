import type { Rest } from '@diemcau/client/rest';
import type { Access } from './access/access.js';
import type { Language, Say } from './language.js';
import { table } from './output/table.js';

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
  /** As the command line says: `--json`. */
  readonly wantsJson: () => boolean;
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
  if (context.wantsJson()) return json(context, whole);
  if (rows.length === 0) return line(context, context.say('Không có gì.', 'Nothing.'));
  line(
    context,
    table(
      columns.map(({ title }) => title),
      rows.map((row) => columns.map(({ of }) => of(row))),
    ),
  );
}

/** One thing: its fields below each other. */
export function showOne(
  context: Context,
  whole: unknown,
  fields: readonly (readonly [string, unknown])[],
): void {
  if (context.wantsJson()) json(context, whole);
  else
    line(
      context,
      table(
        ['', ''],
        fields.map(([name, value]) => [name, value]),
      ).trimStart(),
    );
}

/** A sentence for people; scripts get the whole. */
export function tell(context: Context, whole: unknown, text: string): void {
  if (context.wantsJson()) json(context, whole);
  else line(context, text);
}

const json = ({ out }: Context, whole: unknown): void =>
  void out.write(`${JSON.stringify(whole ?? {}, null, 2)}\n`);
const line = ({ out }: Context, text: string): void => void out.write(`${text}\n`);
