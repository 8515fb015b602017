import { Failure } from '@diemcau/contracts/core/failure';
import { scimErrors, scimSchemas } from '@diemcau/contracts/identity/scim';
import { failureOf } from '../edge/http/problem.js';

/** The `scimType`s of RFC 7644 3.12; other failures have none. */
const scimTypes: ReadonlySet<string> = new Set(
  (
    [
      'uniqueness',
      'invalidFilter',
      'invalidSyntax',
      'invalidPath',
      'noTarget',
      'invalidValue',
      'mutability',
    ] as const
  ).map((name) => scimErrors[name].code),
);

/** RFC 7644 3.12. Directories show `detail` to their administrators: it is in English. */
export function scimProblem(error: unknown): { status: number; body: object; failure: Failure } {
  const failure = failureOf(error);
  const { code, status, en } = failure.kind;
  const { why, attribute } = failure.details;
  const told = [why, attribute].filter((part) => typeof part === 'string').join(': ');
  const faults = failure.errors.map(({ path }) => path).join(', ');
  const details = status < 500 ? [en, told, faults].filter((part) => part !== '') : [en];
  const body = {
    schemas: [scimSchemas.error],
    status: String(status),
    ...(scimTypes.has(code) && { scimType: code.slice('scim.'.length) }),
    detail: details.join(' · '),
  };
  return { status, body, failure };
}
