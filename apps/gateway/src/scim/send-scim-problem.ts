import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { retryAfterS } from '../edge/http/problem.js';
import { scimProblem } from './scim-problem.js';

const log = new Logger('Scim');

/** Answers with the problem, in SCIM's own words. */
export function sendScimProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body, failure } = scimProblem(error);
  if (status >= 500 && failure !== error) {
    log.error({ requestId: request.id, method: request.method, err: error }, 'not expected');
  }
  const wait = retryAfterS(failure);
  void reply
    .status(status)
    .headers({
      'content-type': 'application/scim+json; charset=utf-8',
      ...(wait !== null && { 'retry-after': String(wait) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    })
    .send(JSON.stringify(body));
}
