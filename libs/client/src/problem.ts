import type { ProblemBody } from '@diemcau/contracts/gateway/socket';

/** Problems that only the client can see; they have no status and no title from the server. */
export type LocalProblem = 'client.unreachable' | 'client.timeout' | 'client.disconnected';

/** Anything that went wrong with a call, over REST and over the socket alike. Branch on {@link code}, show {@link title}. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** HTTP status; 0 when no server answered. */
  readonly status: number;
  /** `lobby.notWaiting`, or a {@link LocalProblem}. */
  readonly code: string;
  /** In the caller's language; empty when no server answered. */
  readonly title: string;
  readonly errors: readonly { readonly path: string; readonly code: string }[];
  readonly details: Readonly<Record<string, unknown>>;
  /** Null when no server answered. */
  readonly requestId: string | null;
  /** When the server said so: how long to wait before trying again, in ms. */
  readonly retryAfterMs: number | null;

  constructor(body: Partial<ProblemBody> & { code: string }, retryAfterMs: number | null = null) {
    super(body.title ? `${body.code}: ${body.title}` : body.code);
    this.status = body.status ?? 0;
    this.code = body.code;
    this.title = body.title ?? '';
    this.errors = body.errors ?? [];
    this.details = body.details ?? {};
    this.requestId = body.requestId ?? null;
    this.retryAfterMs = retryAfterMs;
  }

  static local(code: LocalProblem): Problem {
    return new Problem({ code });
  }

  /** What a REST answer other than 2xx means; a proxy's own page has no problem body. */
  static async from(response: Response): Promise<Problem> {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const body: unknown = await response.json().catch(() => null);
    const known = isProblemBody(body) ? body : { code: 'client.unreachable', status: response.status };
    return new Problem(known, Number.isFinite(seconds) ? seconds * 1000 : null);
  }

  /** Worth trying again by itself: nobody answered, a proxy found nobody, or the system is restarting. */
  get passing(): boolean {
    return this.status === 0 || (this.status >= 502 && this.status <= 504);
  }
}

/**
 * The answer of a call that worked. One that comes as a page is not ours but of somebody between: a captive portal, or
 * another site; nobody of ours has been reached then.
 * @throws Problem for every status other than 2xx, and `client.unreachable` for a page
 */
export async function answered(response: Response): Promise<Response> {
  if (!response.ok) throw await Problem.from(response);
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) throw Problem.local('client.unreachable');
  return response;
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}
