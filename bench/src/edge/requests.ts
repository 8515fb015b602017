import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveParent } from '../processes/program.ts';

export interface Request {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly url: string;
  readonly body?: object;
  readonly authorization?: string;
}

export interface Burst {
  /** Sent in turn, over and over. */
  readonly requests: readonly Request[];
  /** Requests under way at a time, each on a connection of its own. */
  readonly connections: number;
  readonly forMs: number;
  /** Ends the burst earlier. */
  readonly most?: number;
}

export interface Answered {
  readonly requests: number;
  readonly seconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** As fast as the server answers. @throws Error at the first answer that is not 2xx */
async function send({ requests, connections, forMs, most = Infinity }: Burst): Promise<Answered> {
  const startedAt = performance.now();
  let next = 0;
  let answered = 0;
  const connection = async (): Promise<void> => {
    while (next < most && performance.now() - startedAt < forMs) {
      const one = requests[next % requests.length];
      next += 1;
      if (one) await ask(one);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const seconds = (performance.now() - startedAt) / 1000;
  // What the server still does for them (telling facts) belongs to them.
  await sleep(250);
  return { requests: answered, seconds };
}

function ask({ method, url, body, authorization }: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(body && { 'content-type': 'application/json' }),
      ...(authorization && { authorization }),
    };
    const sent = request(url, { method, agent, headers }, (response) => {
      const { statusCode = 0 } = response;
      if (statusCode >= 300) reject(new Error(`${method} ${url} gave ${statusCode}`));
      response.once('end', resolve).once('error', reject).resume();
    });
    sent.once('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

const program = { send };
export type Requests = typeof program;
serveParent(program);
