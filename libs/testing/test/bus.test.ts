import { anonymous } from '@diemcau/contracts/core/caller';
import { commonFailures } from '@diemcau/contracts/core/failure';
import { inRequest } from '@diemcau/service/log/request-context';
import { TestBed } from '../src/service.js';
import { Count, toyErrors, ToysAnsweredTwice, ToysClient, ToysModule } from './toy.js';

describe('requests over the bus', () => {
  let bed: TestBed;
  let toys: ToysClient;
  beforeAll(async () => {
    bed = await TestBed.start();
    await bed.serve(ToysModule, { name: 'toys' });
    toys = bed.client(ToysClient);
  });
  afterAll(() => bed.stop());

  test('are answered with what the contract gives', async () => {
    expect(await toys.count({ name: 'a', by: 2 }, anonymous)).toEqual({ name: 'a', total: 2 });
  });

  test('carry who asks and the request’s id', async () => {
    const echo = await inRequest({ requestId: 'r-1' }, () =>
      toys.who({ ms: 0 }, { kind: 'service', name: 'test' }),
    );
    expect(echo).toEqual({ callerKind: 'service', requestId: 'r-1' });
  });

  test('that break the contract are refused with the fields at fault', async () => {
    const wrong: Count = Object.assign(new Count(), { name: '', by: 1.5, more: true });
    await expect(toys.count(wrong, anonymous)).rejects.toMatchObject({
      kind: commonFailures.invalid,
      errors: [
        { path: 'more', code: 'unknown' },
        { path: 'name', code: 'isLength' },
        { path: 'by', code: 'isInt' },
      ],
    });
  });

  test.each([
    [[]],
    ['text'],
    [null],
    [JSON.parse('['.repeat(20) + ']'.repeat(20))],
    [{ name: { deep: [[]] }, by: 1 }],
  ])('with %j for input are refused, not broken by it', async (input) => {
    await expect(toys.count(input as unknown as Count, anonymous)).rejects.toMatchObject({
      kind: { status: 400 },
    });
  });

  test('that fail as expected bring the whole failure to the caller, and leave nothing behind', async () => {
    await expect(toys.countAndFail({ name: 'b', by: 1 }, anonymous)).rejects.toMatchObject({
      kind: toyErrors.tooMuch,
      details: { name: 'b' },
    });
    expect(await bed.sql(`SELECT * FROM toys.counter WHERE name = 'b'`)).toEqual([]);
  });

  test('that break down say so without saying how', async () => {
    const failure: unknown = await toys
      .breakDown({ name: 'c', by: 1 }, anonymous)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: commonFailures.internal, details: {} });
    expect(JSON.stringify(failure)).not.toContain('secret');
  });

  test('that nobody answers fail at once', async () => {
    await expect(toys.nobodyHandlesThis({ ms: 0 }, anonymous)).rejects.toMatchObject({
      kind: commonFailures.unavailable,
    });
  });

  test('under way are finished by a replica that is told to stop', async () => {
    const replica = await bed.serve(ToysModule, { name: 'toys' });
    const waiting = Array.from({ length: 40 }, () => toys.who({ ms: 300 }, anonymous));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await replica.stop();
    await expect(Promise.all(waiting)).resolves.toHaveLength(40);
    expect(await toys.who({ ms: 0 }, anonymous)).toMatchObject({ callerKind: 'anonymous' });
  });

  test('that two methods would answer keep the service from starting', async () => {
    await expect(bed.serve(ToysAnsweredTwice, { name: 'toys' })).rejects.toThrow(
      'two methods are marked with @Handles for toys.counters.breakDown',
    );
  });
});
