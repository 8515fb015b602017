import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf, isPublicAddress } from './targets.js';

/** What came of one attempt. */
export interface Outcome {
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly durationMs: number;
  /** The first {@link keptBytes} of the answer, as text that a database takes. */
  readonly answer: string | null;
  /** Why there was no answer. */
  readonly fault: string | null;
  /** Of `Retry-After`, when it was in seconds. */
  readonly retryAfterMs: number | null;
}

export interface Sending {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
  readonly timeoutMs: number;
  /** Also to addresses that are not of the public internet. */
  readonly privateAddresses: boolean;
}

const keptBytes = 1024;
const refused = (): NodeJS.ErrnoException =>
  Object.assign(new Error('not a public address'), { code: 'refusedAddress' });

/**
 * Refuses a name of which any address is not public. It answers for the very connection that is made, so a name that
 * resolves to something else a moment later (DNS rebinding) gains nothing.
 */
const publicOnly: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error) done(error, '', 0);
    else if (!first || addresses.some(({ address }) => !isPublicAddress(address))) done(refused(), '', 0);
    else if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
};

/** One attempt: no redirects, no kept connections, no proxy; the answer is read as far as it is kept. Never throws. */
export async function send({
  url,
  headers,
  payload,
  timeoutMs,
  privateAddresses,
}: Sending): Promise<Outcome> {
  const beganAt = performance.now();
  const took = () => Math.round(performance.now() - beganAt);
  try {
    const host = hostOf(url);
    if (!privateAddresses && isIP(host) !== 0 && !isPublicAddress(host)) throw refused();
    const body = Buffer.from(payload);
    const options: RequestOptions = {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': body.length },
      signal: AbortSignal.timeout(timeoutMs),
      ...(!privateAddresses && { lookup: publicOnly }),
    };
    const answer = await exchange(url, options, body);
    return { ...answer, durationMs: took(), fault: null };
  } catch (error) {
    return { status: null, durationMs: took(), answer: null, fault: faultOf(error), retryAfterMs: null };
  }
}

async function exchange(url: URL, options: RequestOptions, body: Buffer) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, options, resolve);
    request.on('error', reject).end(body);
  });
  const seconds = Number(response.headers['retry-after'] ?? Number.NaN);
  return {
    status: response.statusCode ?? 0,
    answer: await beginningOf(response),
    retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null,
  };
}

/** What comes after is not read: the connection is cut. A body that breaks off is as good as one that ends. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= keptBytes) break;
    }
  } catch {
    // The status is known, and that is what counts.
  }
  response.destroy();
  const text = Buffer.concat(chunks).subarray(0, keptBytes).toString('utf8');
  return text.replace(/[^\t\n\r\P{Cc}]/gu, '');
}

function faultOf(error: unknown): string {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') return 'timeout';
  const told = typeof code === 'string' ? code : name;
  return typeof told === 'string' ? told.slice(0, 100) : 'unknown';
}
