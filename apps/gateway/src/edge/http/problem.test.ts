import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { failureOf, problemBody, retryAfterS } from './problem.js';

const { invalid, tooMany, internal, unavailable } = commonFailures;

test('an expected failure says its code, its faults and its details in the language of the caller', () => {
  const failure = new Failure(invalid, { hint: 1 }, [{ path: 'tiles.0.width', code: 'isInt' }]);
  expect(problemBody(failure, 'en', 'r-1')).toEqual({
    type: 'urn:diemcau:problem:common.invalid',
    title: 'The input is not valid',
    status: 400,
    code: 'common.invalid',
    errors: [{ path: 'tiles.0.width', code: 'isInt' }],
    details: { hint: 1 },
    requestId: 'r-1',
  });
  expect(problemBody(failure, 'vi', 'r-1').title).toBe('Dữ liệu gửi lên chưa hợp lệ');
});

test('details of our own faults stay with us', () => {
  const body = problemBody(new Failure(unavailable, { why: 'database' }), 'vi', 'r-1');
  expect(body).not.toHaveProperty('details');
});

test.each([
  ['an error nobody expected', new Error('SELECT * FROM secrets'), 'common.internal'],
  ['something that is no error', 'oh', 'common.internal'],
  ['nothing', undefined, 'common.internal'],
  ['an unknown address', { statusCode: 404 }, 'common.notFound'],
  ['a forbidden path of a file', { statusCode: 403 }, 'common.notFound'],
  ['a body too large', { statusCode: 413 }, 'common.tooLarge'],
  ['a foreign type', { statusCode: 415 }, 'common.unsupportedType'],
  ['any other refusal of the HTTP layer', { statusCode: 414 }, 'common.malformed'],
  ['its own fault', { statusCode: 502 }, 'common.internal'],
])('%s is told by its code alone', (_, error, code) => {
  const failure = failureOf(error);
  expect(failure.kind.code).toBe(code);
  expect(JSON.stringify(problemBody(failure, 'en', 'r-1'))).not.toContain('SELECT');
});

test.each([
  [new Failure(tooMany, { retryAfterS: 7 }), 7],
  [new Failure(tooMany), 2],
  [new Failure(unavailable), 2],
  [new Failure(invalid), null],
  [new Failure(internal), null],
])('%p is worth trying again after %p s', (failure, seconds) => {
  expect(retryAfterS(failure)).toBe(seconds);
});
