import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { plainObject } from '@diemcau/contracts/core/validate';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller } from '@diemcau/contracts/core/caller';
import type { FastifyRequest } from 'fastify';
import { versionIn } from './versions.js';

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest();

/** Reads have their input in the query, writes in the body, unless the body is a file. */
const isRead = ({ method, routeOptions }: FastifyRequest): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'DELETE' || routeOptions.config.upload !== undefined;

/**
 * One input from path, query or body, and the entry token; the path wins. Whether it keeps the contract is judged once,
 * by the service that owns the operation.
 * @throws Failure `common.malformed` when the body is no plain object; `common.ifMatchUnknown`, see {@link versionIn};
 *   `common.invalid` when input and `If-Match` name different versions
 */
function inputOf(request: FastifyRequest): object {
  const given = plainObject(isRead(request) ? request.query : (request.body ?? {}));
  const { entryToken } = request.asker;
  return {
    ...given,
    ...withVersion(versionIn(request), given),
    ...(request.params as object),
    ...(entryToken !== null && { token: entryToken }),
  };
}

function withVersion(version: number | null, given: object): { version?: number } {
  if (version === null) return {};
  if ('version' in given && Number(given.version) !== version)
    throw new Failure(commonFailures.invalid, {}, [{ path: 'version', code: 'ifMatch' }]);
  return { version };
}

/** The operation's input. Applied by `Route`. */
export const Input = createParamDecorator<void, object>((_, context) => inputOf(requestOf(context)));

/** Who asks. Applied by `Route`. */
export const Asking = createParamDecorator<void, Caller>((_, context) => requestOf(context).asker.caller);
