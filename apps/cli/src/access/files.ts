import { Problem } from '@diemcau/client/problem';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Context } from '../context.js';

type Query = Readonly<Record<string, string | undefined>>;

function addressOf(url: string, path: string, query: Query): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const asked = new URLSearchParams(given).toString();
  return `${url}/api/v1/${path}${asked && `?${asked}`}`;
}

async function fetched(
  context: Context,
  path: string,
  query: Query,
  init: RequestInit = {},
): Promise<Response> {
  const { url, auth } = await context.access();
  const headers = { 'accept-language': context.language, authorization: `Bearer ${auth.current() ?? ''}` };
  const response = await fetch(addressOf(url, path, query), {
    ...init,
    headers: { ...headers, ...init.headers },
  }).catch(() => {
    throw Problem.local('client.unreachable');
  });
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

/** To a file, or to the output when there is none. Streamed: it may be large. */
export async function download(
  context: Context,
  path: string,
  query: Query,
  file: string | undefined,
): Promise<void> {
  const { body } = await fetched(context, path, query);
  const source = Readable.fromWeb(body as ReadableStream<Uint8Array>);
  if (file === undefined) await pipeline(source, context.out, { end: false });
  else await pipeline(source, createWriteStream(file));
}

/** Streamed from the disk. */
export async function upload<Answer>(
  context: Context,
  path: string,
  query: Query,
  file: string,
): Promise<Answer> {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body: Readable.toWeb(createReadStream(file)) as RequestInit['body'] & object,
    duplex: 'half',
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(statSync(file).size),
    },
  };
  const response = await fetched(context, path, query, init);
  return (await response.json()) as Answer;
}
