import { Failure } from '@diemcau/contracts/core/failure';
import {
  keyedErrors,
  type KeyedRequestsClient,
  longestKeptAnswer,
} from '@diemcau/contracts/identity/keyed-requests';
import { inRequest } from '@diemcau/service/log/request-context';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { hasKeys } from '../auth/access.js';
import { contextOf } from './request-id.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The `Idempotency-Key` under which it was begun here; null without one, and for one that was answered before. */
    idempotencyKey: string | null;
    /** No service has begun with it, whatever the status says. */
    nothingDone: boolean;
  }
}

const header = 'idempotency-key';
const wellFormed = /^[!-~]{1,200}$/;
const writes: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const log = new Logger('Edge');

/**
 * Writes with an `Idempotency-Key` are done once: sent again they are answered as the first time (ADR 67). Only for accounts
 * and programs; guests have no keys of their own.
 */
export function keepKeyedRequests(server: FastifyInstance, requests: KeyedRequestsClient): void {
  server.decorateRequest('idempotencyKey', null);
  server.decorateRequest('nothingDone', false);

  server.addHook('preHandler', (request, reply, done) => {
    const key = request.headers[header];
    if (key === undefined || !isKeyed(request)) return done();
    if (typeof key !== 'string' || !wellFormed.test(key)) return done(new Failure(keyedErrors.keyInvalid));
    const goOn = (error?: Error): void => done(error);
    begin(requests, key, request, reply).then((isNew) => isNew && goOn(), goOn);
  });

  server.addHook('onSend', (request, reply, payload, done) => {
    const { idempotencyKey: key } = request;
    if (key === null) return done(null, payload);
    inRequest(contextOf(request), () => settle(requests, key, request, reply, payload))
      .catch((error: unknown) => log.warn({ requestId: request.id, err: error }, 'an answer was not kept'))
      .finally(() => done(null, payload));
  });
}

const isKeyed = ({ method, routeOptions: { config } }: FastifyRequest): boolean =>
  config.access !== undefined && hasKeys(config.access) && writes.has(method);

/** Of a file that is sent only the length: its bytes have not come yet. */
function fingerprintOf({ method, url, body, headers, routeOptions }: FastifyRequest): string {
  const sent = routeOptions.config.upload ? (headers['content-length'] ?? '') : JSON.stringify(body ?? null);
  return createHash('sha256').update(`${method} ${url}\n${sent}`).digest('hex');
}

/** @returns false for a request that was answered as before. @throws Failure of `KeyedRequests.begin`, `idempotency.answerGone` */
async function begin(
  requests: KeyedRequestsClient,
  key: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const fingerprint = fingerprintOf(request);
  const { status, body } = await requests.begin({ key, fingerprint }, request.asker.caller);
  if (status === null) {
    request.idempotencyKey = key;
    return true;
  }
  if (body === null) throw new Failure(keyedErrors.answerGone);
  void reply.status(status).header('idempotent-replayed', 'true');
  if (body !== '') void reply.type('application/json; charset=utf-8');
  void reply.send(body === '' ? undefined : body);
  return false;
}

/** What was refused may be asked again under the same key; of a fault nobody knows whether it came before or after the work. */
async function settle(
  requests: KeyedRequestsClient,
  key: string,
  { asker: { caller }, nothingDone }: FastifyRequest,
  { statusCode: status }: FastifyReply,
  payload: unknown,
): Promise<void> {
  if (nothingDone || (status >= 400 && status < 500)) return requests.release({ key }, caller);
  if (status >= 500) return;
  const body = payload === undefined || payload === null ? '' : payload;
  const isKept = typeof body === 'string' && body.length <= longestKeptAnswer;
  await requests.finish({ key, status, body: isKept ? body : null }, caller);
}
