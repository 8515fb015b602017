import { type Context, show, showOne } from '../context.js';
import { flattened } from '../output/flattened.js';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const listOf = (answer: unknown): unknown[] | null => {
  if (!isObject(answer)) return null;
  const list = 'items' in answer ? answer.items : 'Resources' in answer ? answer.Resources : null;
  return Array.isArray(list) ? list : null;
};
const fieldsOf = (thing: unknown): Map<string, unknown> =>
  new Map(flattened(isObject(thing) ? thing : { value: thing }).map(({ name, value }) => [name, value]));

/** An answer whose fields nobody chose: a list as a table, anything else field by field. @param wanted these fields alone */
export function printAny(context: Context, answer: unknown, wanted?: readonly string[]): void {
  const list = listOf(answer);
  if (list) {
    const rows = list.map(fieldsOf);
    const names = wanted ?? [...new Set(rows.flatMap((row) => [...row.keys()]))];
    return show(
      context,
      answer,
      rows,
      names.map((name) => ({ title: name, of: (row) => row.get(name) })),
    );
  }
  const all = fieldsOf(answer);
  showOne(
    context,
    answer,
    (wanted ?? [...all.keys()]).map((name) => [name, all.get(name)]),
  );
}
