import { body } from '@diemcau/client/rest';
import type { Context } from './context.js';
import { Exit, exitCodes } from './exit-codes.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const same = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** The id of a unit, given by its id or its code. @throws Exit `notFound`, also when several provinces have the code */
export async function unitIdOf(context: Context, given: string): Promise<string> {
  if (uuid.test(given)) return given;
  const rest = await context.rest();
  const { items } = await body(rest.GET('/api/v1/units', { params: { query: { q: given, limit: 200 } } }));
  return only(
    context,
    items.filter(({ code }) => same(code, given)).map(({ id }) => id),
    given,
  );
}

/** The id of a person, given by id, user name or code. @throws Exit `notFound` */
export async function userIdOf(context: Context, given: string): Promise<string> {
  if (uuid.test(given)) return given;
  const rest = await context.rest();
  const { items } = await body(rest.GET('/api/v1/users', { params: { query: { q: given, limit: 200 } } }));
  const fitting = items.filter(({ userName, code }) => same(userName, given) || same(code, given));
  return only(
    context,
    fitting.map(({ id }) => id),
    given,
  );
}

function only({ say }: Context, ids: readonly string[], given: string): string {
  const [id, another] = ids;
  if (id !== undefined && another === undefined) return id;
  const text =
    id === undefined
      ? say(`Không tìm thấy «${given}».`, `There is no "${given}".`)
      : say(
          `Có nhiều «${given}»; hãy dùng mã định danh (id).`,
          `There are several "${given}"; please use the id.`,
        );
  throw new Exit(exitCodes.notFound, text);
}
