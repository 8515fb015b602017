import { longestAgent, type RequestContext } from '@diemcau/service/log/request-context';
import type { IncomingHttpHeaders } from 'node:http';
import { randomUUID } from 'node:crypto';

const requestId = /^[\w.-]{8,64}$/;
/** W3C Trace Context, version 00. */
const traceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's `X-Request-Id` when it is harmless in logs and headers, else a new one. */
export function requestIdOf({ 'x-request-id': given }: IncomingHttpHeaders): string {
  return typeof given === 'string' && requestId.test(given) ? given : randomUUID();
}

interface Asked {
  readonly id: string;
  /** Behind trusted proxies. */
  readonly ip: string;
  readonly headers: IncomingHttpHeaders;
}

/** What follows the request through every service. */
export function contextOf({ id, ip, headers }: Asked): RequestContext {
  const { traceparent: given, 'user-agent': agent = '' } = headers;
  const printable = agent.replace(/[^ -~]/g, '').slice(0, longestAgent);
  return {
    requestId: id,
    address: ip,
    ...(printable !== '' && { agent: printable }),
    ...(typeof given === 'string' && traceparent.test(given) && { traceparent: given }),
  };
}
