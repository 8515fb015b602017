import { commonFailures, Failure, type FailureKind } from '@diemcau/contracts/core/failure';
import type { ProblemBody } from '@diemcau/contracts/gateway/socket';
import type { Language } from './language.js';

/** What a refusal of the HTTP layer itself means, by its status; everything else that is the client's fault is malformed. */
const byStatus = new Map<number, FailureKind>([
  [403, commonFailures.notFound],
  [404, commonFailures.notFound],
  [413, commonFailures.tooLarge],
  [415, commonFailures.unsupportedType],
  [503, commonFailures.unavailable],
]);

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  if ('getStatus' in error && typeof error.getStatus === 'function') return Number(error.getStatus());
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
}

/** Every error as a failure; what nobody expected is `common.internal`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const status = statusOf(error);
  const known = byStatus.get(status);
  if (known) return new Failure(known);
  return new Failure(status >= 400 && status < 500 ? commonFailures.malformed : commonFailures.internal);
}

/** The body of RFC 9457. Details of our own faults stay with us. */
export function problemBody(failure: Failure, language: Language, requestId: string): ProblemBody {
  const { kind, details, errors } = failure;
  const told = kind.status < 500 && Object.keys(details).length > 0;
  return {
    type: `urn:diemcau:problem:${kind.code}`,
    title: kind[language],
    status: kind.status,
    code: kind.code,
    ...(errors.length > 0 && { errors }),
    ...(told && { details }),
    requestId,
  };
}

/** Seconds to wait before trying again, for `Retry-After`; null where waiting does not help. */
export function retryAfterS({ kind, details }: Failure): number | null {
  if (kind.status !== 429 && kind.status !== 503) return null;
  const told = details['retryAfterS'];
  return typeof told === 'number' && told > 0 ? Math.ceil(told) : 2;
}
