import { commonFailures } from '@diemcau/contracts/core/failure';
import { isUnheard } from '@diemcau/service/bus/wire';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { failureOf, problemBody, retryAfterS } from './problem.js';

const log = new Logger('Edge');

/** Answers any error with problem+json; what nobody expected is logged here, once, under the request's id. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const failure = failureOf(error);
  const { kind } = failure;
  if (failure.is(commonFailures.internal) && failure !== error) {
    log.error({ requestId: request.id, method: request.method, err: error }, 'not expected');
  }
  request.nothingDone = isUnheard(failure);
  const wait = retryAfterS(failure);
  const body = problemBody(failure, languageOf(request.headers['accept-language']), request.id);
  void reply
    .status(kind.status)
    .headers({
      'content-type': 'application/problem+json',
      'x-request-id': request.id,
      'cache-control': 'no-store',
      ...(wait !== null && { 'retry-after': String(wait) }),
      ...(kind.status === 401 && { 'www-authenticate': 'Bearer' }),
    })
    .send(JSON.stringify(body));
}

@Catch()
export class FailureFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest(), http.getResponse());
  }
}
