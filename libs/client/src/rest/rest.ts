import createClient, { type Client } from 'openapi-fetch';
import { answered, Problem } from '../problem.js';
import type { AccessTokens } from './access-tokens.js';
import type { paths } from './schema.js';

export interface RestOptions {
  /** Origin of the gateway; in a browser the page's own unless given. */
  readonly baseUrl?: string;
  /** Who calls; a guest unless given. */
  readonly auth?: AccessTokens;
  /** Of the problems' titles; `vi` unless given. */
  readonly language?: () => 'vi' | 'en';
}

/** Typed by the committed OpenAPI document: `body(rest.GET('/api/v1/rooms/{slug}', { params: { path: { slug } } }))`. */
export type Rest = Client<paths>;

/**
 * The REST client. A refused access token is renewed once and the call repeated; every answer other than 2xx is thrown as
 * a {@link Problem}.
 */
export function createRest({ baseUrl = '', auth, language = () => 'vi' }: RestOptions = {}): Rest {
  const send = async (request: Request): Promise<Response> => {
    request.headers.set('accept-language', language());
    const token = request.headers.has('authorization') ? null : (auth?.current() ?? null);
    if (!auth || token === null) return fetch(request);
    const again = request.clone();
    const first = await fetch(withToken(request, token));
    if (first.status !== 401) return first;
    // Another call may have renewed it while this one was under way.
    const current = auth.current();
    const renewed = current !== null && current !== token ? current : await auth.renew();
    return renewed === null ? first : fetch(withToken(again, renewed));
  };
  return createClient<paths>({
    baseUrl,
    fetch: async (request) => {
      const response = await send(request).catch((error: unknown) => {
        // What renewing the token met is told as it is.
        throw error instanceof Problem ? error : Problem.local('client.unreachable');
      });
      return answered(response);
    },
  });
}

/** The body of a call that worked; nothing for one that answers nothing. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** Credentials of a guest who asked to enter, for the calls about that entry. */
export const entryHeaders = (token: string) => ({ authorization: `Entry ${token}` });

function withToken(request: Request, token: string): Request {
  request.headers.set('authorization', `Bearer ${token}`);
  return request;
}
