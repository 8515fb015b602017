import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { scimErrors } from '@diemcau/contracts/identity/scim';
import { scimProblem } from './scim-problem.js';

test.each([
  [new Failure(scimErrors.uniqueness), 409, 'uniqueness'],
  [new Failure(scimErrors.invalidFilter, { why: 'nick cannot be searched' }), 400, 'invalidFilter'],
  [new Failure(scimErrors.notFound), 404, undefined],
  [new Failure(scimErrors.version), 412, undefined],
  [new Failure(commonFailures.notAllowed), 403, undefined],
  [new Error('a stack'), 500, undefined],
])('%p is told as RFC 7644 has it', (error, status, scimType) => {
  const told = scimProblem(error);
  expect(told.status).toBe(status);
  expect(told.body).toMatchObject({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType && { scimType }),
  });
  expect(JSON.stringify(told.body)).not.toContain('a stack');
});
