import { InvalidArgumentError } from 'commander';
import { randomUUID } from 'node:crypto';
import { fetched, fileOf, type Making } from '../access/files.js';
import type { Context } from '../context.js';
import { contentOf } from '../input-file.js';

export interface Call {
  readonly method: string;
  readonly path: string;
  /** Of a JSON object. */
  readonly content?: string;
  /** Of any kind. */
  readonly upload?: string;
  /** `name=value`; the same name may come again. */
  readonly query?: readonly string[];
  readonly headers?: readonly string[];
}

/** One call of any route, as whoever is signed in. @throws Exit, InvalidArgumentError, Problem */
export async function apiCall(
  context: Context,
  call: Call,
  more: Record<string, string> = {},
): Promise<Response> {
  const { method, path, content, upload, query = [], headers = [] } = call;
  const asked = new URLSearchParams([...query.map(pairOf(context)), ...Object.entries(more)]);
  // Sent again after a lost answer, it is done once.
  const keyed: Record<string, string> = method === 'GET' ? {} : { 'idempotency-key': randomUUID() };
  const body = await bodyOf(context, path, content, upload);
  const own = namedOnce(headers.map(pairOf(context)));
  return fetched(context, path, asked, () => {
    const init = body();
    return { ...init, method, headers: { ...keyed, ...init.headers, ...own } };
  });
}

/** In small letters, so that one given by hand takes the place of ours. */
const namedOnce = (headers: [string, string][]): Record<string, string> =>
  Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));

const pairOf =
  ({ say }: Context) =>
  (text: string): [string, string] => {
    const [, name, value] = /^([^=\s]+)=(.*)$/s.exec(text) ?? [];
    if (name !== undefined && value !== undefined) return [name, value];
    throw new InvalidArgumentError(say(`Viết tên=giá trị: «${text}».`, `Write name=value: "${text}".`));
  };

async function bodyOf(
  context: Context,
  path: string,
  content: string | undefined,
  upload: string | undefined,
): Promise<Making> {
  if (upload !== undefined) return () => fileOf(upload);
  if (content === undefined) return () => ({});
  const type = path.startsWith('/scim/') ? 'application/scim+json' : 'application/json';
  const body = JSON.stringify(await contentOf(context, content));
  return () => ({ body, headers: { 'content-type': type } });
}
