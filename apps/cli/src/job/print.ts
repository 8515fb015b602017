import { type Column, type Context, show, showOne, tell } from '../context.js';
import type { Say, Words } from '../language.js';

/** A column of a list or a line of one thing: its title in both languages, and a field or how it is told. */
export type Part<Row> = readonly [
  vi: string,
  en: string,
  of: (keyof Row & string) | ((row: Row, say: Say) => unknown),
];

/** @param whole what scripts get */
type Shown = (context: Context, whole: unknown) => void;

type RowOf<Answer> = Answer extends { readonly items: readonly (infer Row)[] } ? Row : never;

/** How an answer is shown to people; nothing for a command that tells by itself. Scripts get it whole. */
export interface Printed<Answer> {
  /** As a table of something in it. */
  readonly shown?: (answer: Answer) => Shown;
  /** As a table of its `items`. */
  readonly columns?: readonly Part<RowOf<Answer>>[];
  /** Field by field. */
  readonly fields?: readonly Part<Answer>[];
  /** As a sentence. */
  readonly said?: (answer: Answer) => Words;
  /** To people alone, on the error output: not part of what a script reads. */
  readonly noted?: Words;
}

const told =
  <Row>([, , of]: Part<Row>, say: Say) =>
  (row: Row): unknown =>
    typeof of === 'function' ? of(row, say) : row[of];

export const tableOf =
  <Row>(rows: readonly Row[], columns: readonly Part<Row>[]): Shown =>
  (context, whole) => {
    const { say } = context;
    const titled = columns.map((part): Column<Row> => ({
      title: say(part[0], part[1]),
      of: told(part, say),
    }));
    show(context, whole, rows, titled);
  };

export function print<Answer>(
  context: Context,
  answer: Answer,
  { columns, fields, said, noted, shown }: Printed<Answer>,
): void {
  const { say } = context;
  if (noted && context.format() !== 'json') context.err.write(`${say(...noted)}\n`);
  if (said) return tell(context, answer, say(...said(answer)));
  if (shown) return shown(answer)(context, answer);
  if (fields) {
    const lines = fields.map((part) => [say(part[0], part[1]), told(part, say)(answer)] as const);
    return showOne(context, answer, lines);
  }
  if (columns) {
    const { items } = answer as { readonly items: readonly RowOf<Answer>[] };
    tableOf(items, columns)(context, answer);
  }
}
