import { Problem } from '@diemcau/client/problem';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import type { Context } from '../context.js';

export type Query = Readonly<Record<string, string | undefined>>;

function addressOf(url: string, path: string, query: Query | URLSearchParams): string {
  const asked = query instanceof URLSearchParams ? query.toString() : searchOf(query);
  const whole = path.startsWith('/') ? path : `/api/v1/${path}`;
  return `${url}${whole}${asked && `${whole.includes('?') ? '&' : '?'}${asked}`}`;
}

function searchOf(query: Query): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new URLSearchParams(given).toString();
}

/** Made anew each time it is sent: a file can be read once. */
export type Making = () => Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * A refused access token is renewed once and the call repeated.
 * @param path below `/api/v1/`, or from the root when it begins with `/`. @throws Problem
 */
export async function fetched(
  context: Context,
  path: string,
  query: Query | URLSearchParams,
  init: Making = () => ({}),
): Promise<Response> {
  const { url, auth } = await context.access();
  const send = (token: string | null): Promise<Response> => {
    const made = init();
    const headers = { 'accept-language': context.language, authorization: `Bearer ${token ?? ''}` };
    return fetch(addressOf(url, path, query), { ...made, headers: { ...headers, ...made.headers } }).catch(
      () => {
        throw Problem.local('client.unreachable');
      },
    );
  };
  let response = await send(auth.current());
  const token = response.status === 401 ? await auth.renew() : null;
  if (token !== null) response = await send(token);
  if (!response.ok) throw await Problem.from(response);
  return response;
}

/** The lines of a file that the server writes. */
export async function* linesOf(context: Context, path: string, query: Query): AsyncGenerator<string> {
  const { body } = await fetched(context, path, query);
  let rest = '';
  for await (const chunk of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/**
 * What a typed route gives as a file, to a file or to the output when there is none. Streamed: it may be large.
 * @param call with `parseAs: 'stream'`
 */
export async function save(
  context: Context,
  call: Promise<{ data?: unknown }>,
  file: string | undefined,
): Promise<void> {
  const { data } = await call;
  const source = data instanceof ReadableStream ? Readable.fromWeb(data) : Readable.from([]);
  if (file === undefined) await pipeline(source, context.out, { end: false });
  else await pipeline(source, createWriteStream(file));
}

/** A body streamed from the disk. */
export function fileOf(file: string): RequestInit & { headers: Record<string, string> } {
  const init: RequestInit & { duplex: 'half'; headers: Record<string, string> } = {
    body: Readable.toWeb(createReadStream(file)) as RequestInit['body'] & object,
    duplex: 'half',
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(statSync(file).size),
    },
  };
  return init;
}

/** @throws Problem */
export async function upload<Answer>(
  context: Context,
  path: string,
  query: Query,
  file: string,
): Promise<Answer> {
  const response = await fetched(context, path, query, () => ({ method: 'POST', ...fileOf(file) }));
  return (await response.json()) as Answer;
}
