import { AsyncLocalStorage } from 'node:async_hooks';

/** What follows one request through every service: in log lines, in bus headers, in problem bodies. */
export interface RequestContext {
  /** Given by the client (`X-Request-Id`) or made at the edge. */
  readonly requestId: string;
  /** W3C Trace Context, handed on as it came. */
  readonly traceparent?: string;
  /** The client's address as it came to the edge, behind trusted proxies. For the audit log, never for the logs. */
  readonly address?: string;
  /** The client's User-Agent, at most {@link longestAgent} ASCII characters. */
  readonly agent?: string;
}

export const longestAgent = 300;

const storage = new AsyncLocalStorage<RequestContext>();

export const currentRequest = (): RequestContext | undefined => storage.getStore();

export const inRequest = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);
