import { body, type Rest } from '@diemcau/client/rest';
import type { Context } from './context.js';
import { Exit, exitCodes } from './exit-codes.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const same = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

type Finder = (context: Context, given: string) => Promise<string>;

/** The id of something given by its id or by what people call it. @throws Exit `notFound`, also when there are several */
const finder =
  (candidates: (rest: Rest, given: string) => Promise<{ id: string }[]>): Finder =>
  async (context, given) => {
    if (uuid.test(given)) return given;
    const found = await candidates(await context.rest(), given);
    return only(
      context,
      found.map(({ id }) => id),
      given,
    );
  };

/** By code; several provinces may have the same one. */
export const unitIdOf = finder(async (rest, given) => {
  const { items } = await body(rest.GET('/api/v1/units', { params: { query: { q: given, limit: 200 } } }));
  return items.filter(({ code }) => same(code, given));
});

/** By user name or code. */
export const userIdOf = finder(async (rest, given) => {
  const { items } = await body(rest.GET('/api/v1/users', { params: { query: { q: given, limit: 200 } } }));
  return items.filter(({ userName, code }) => same(userName, given) || same(code, given));
});

/** By its name. */
export const webhookIdOf = finder(async (rest, given) => {
  const { items } = await body(rest.GET('/api/v1/webhooks', { params: { query: { q: given, limit: 200 } } }));
  return items.filter(({ name }) => same(name, given));
});

/** By its name. */
export const siteIdOf = finder(async (rest, given) => {
  const { items } = await body(rest.GET('/api/v1/sites', { params: { query: { q: given, limit: 200 } } }));
  return items.filter(({ name }) => same(name, given));
});

/** As `thpt-nx1/10A1`, or `thpt-nx1/10A1/2026-2027` where a school has the name in several years. */
export const classIdOf: Finder = (context, given) => {
  const [unit = '', name = '', schoolYear] = given.split('/');
  return finder(async (rest) => {
    const unitId = await unitIdOf(context, unit);
    const query = { unitId, q: name, limit: 200, ...(schoolYear && { schoolYear }) };
    const { items } = await body(rest.GET('/api/v1/classes', { params: { query } }));
    return items.filter((one) => one.unitId === unitId && same(one.name, name));
  })(context, given);
};

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
