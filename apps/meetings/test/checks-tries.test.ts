import { anonymous } from '@diemcau/contracts/core/caller';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import { LinkedChecksClient } from '@diemcau/contracts/meetings/checks-own';
import { randomUUID } from 'node:crypto';
import { ChecksService } from '../src/checks/checks.service.js';
import { subjectOfCheck } from '../src/checks/mirror-tickets.js';
import { ChecksBed, type Met } from './checks-bed.js';
import { findings, hoursAfter } from './checks.js';
import { codesOf } from './door.js';

let on: ChecksBed;

beforeAll(async () => {
  on = await ChecksBed.start();
}, 60_000);
afterAll(() => on.bed.stop());
beforeEach(() => on.anotherRoom());

test('a site that passed has passed until another try says otherwise; who is asked to try again has not', async () => {
  const met = await on.meetingIn(48, 1);
  const [siteId, operator] = [met.sites[0]!, met.operators[0]!];
  const missing = () => on.bed.part(ChecksService).missingFor(met.id);
  await on.job.look();
  await on.tries(met, 0);
  await on.own.begin({ occurrenceId: met.id, siteId }, operator);
  expect(await missing()).toEqual([]);
  await on.tries(met, 0, { power: 'absent' });
  expect(await missing()).toEqual([siteId]);
  await on.tries(met, 0);
  await on.checks.retest({ occurrenceId: met.id, siteId }, on.officer);
  await on.own.begin({ occurrenceId: met.id, siteId }, operator);
  expect(await missing()).toEqual([siteId]);
});

test('a site that failed tries again and passes', async () => {
  const met = await on.meetingIn(48, 1);
  await on.job.look();
  const failed = await on.tries(met, 0, { cameraFraming: 'faulty' });
  expect(failed).toMatchObject({ state: 'fail', attempt: 1, test: { passed: false, reasons: ['items'] } });
  await on.checks.retest({ occurrenceId: met.id, siteId: met.sites[0]! }, on.officer);
  expect(await on.statesOf(met)).toEqual(['retest']);
  await expect(on.tries(met, 0)).resolves.toMatchObject({ state: 'pass', attempt: 2, test: { reasons: [] } });
  const kept = await on.bed.sql(
    'SELECT passed FROM meetings.device_tests WHERE occurrence_id = $1 ORDER BY at',
    [met.id],
  );
  expect(kept).toHaveLength(2);
});

test('a line below what the site needs fails, whatever the on.room asks for', async () => {
  const met = await on.meetingIn(48, 1);
  await on.job.look();
  const ref = { occurrenceId: met.id, siteId: met.sites[0]! };
  const { attempt } = await on.own.begin(ref, met.operators[0]!);
  const subject = subjectOfCheck(met.id, ref.siteId, attempt);
  const tests = await on.put.measured(on.room.id, subject, on.time.now, { upMbps: 9 });
  const done = await on.own.submit(findings({ ...ref, attempt, ...tests }), met.operators[0]!);
  expect(done).toMatchObject({ state: 'fail', test: { upMbps: 9, requiredMbps: 10, reasons: ['lineUp'] } });
});

describe('results that nobody measured are refused', () => {
  const forged: Record<string, (met: Met) => Promise<string>> = {
    'an id that media does not know': async () => randomUUID(),
    'a test against another room': async () =>
      on.put.lineTest((await on.make.room([on.province])).id, on.time.now),
    'a test of yesterday': async () => on.put.lineTest(on.room.id, hoursAfter(on.time.now, -24)),
    'a test from before the try began': async () =>
      on.put.lineTest(on.room.id, hoursAfter(on.time.now, -0.1)),
    'a test another site has shown': async (met) => {
      const done = await on.tries(met, 1);
      return done.test!.lineTestId;
    },
  };
  const codes = ['lineTestUnknown', 'lineTestForeign', 'lineTestStale', 'lineTestStale', 'lineTestUsed'];

  test.each(Object.keys(forged).map((name, i) => [name, `checks.${codes[i]}`]))(
    '%s: %s',
    async (name, code) => {
      const met = await on.meetingIn(48, 2);
      await on.job.look();
      const ref = { occurrenceId: met.id, siteId: met.sites[0]! };
      const { attempt } = await on.own.begin(ref, met.operators[0]!);
      const { mediaTestId } = await on.testsOf(ref, attempt);
      const lineTestId = await forged[name]!(met);
      const submit = on.own.submit(findings({ ...ref, attempt, lineTestId, mediaTestId }), met.operators[0]!);
      await expect(submit).rejects.toThrow(code);
      expect((await on.statesOf(met))[0]).toBe('running');
    },
  );

  test('figures sent along with it are not even part of the contract', async () => {
    const met = await on.meetingIn(48, 1);
    await on.job.look();
    const ref = { occurrenceId: met.id, siteId: met.sites[0]! };
    const { attempt } = await on.own.begin(ref, met.operators[0]!);
    const forged = { ...findings({ ...ref, attempt, ...(await on.testsOf(ref, attempt)) }), upMbps: 900 };
    const submit = on.own.submit(forged, met.operators[0]!);
    await expect(submit).rejects.toThrow('common.invalid');
  });
});

test('of two results of one try that race, one counts; the same one twice is one', async () => {
  for (let round = 0; round < 5; round++) {
    on.room = await on.make.room([on.province]);
    const met = await on.meetingIn(48, 1);
    await on.job.look();
    const ref = { occurrenceId: met.id, siteId: met.sites[0]! };
    const { attempt } = await on.own.begin(ref, met.operators[0]!);
    const [a, b] = [await on.testsOf(ref, attempt), await on.testsOf(ref, attempt)];
    const send = (tests: typeof a) =>
      on.own.submit(findings({ ...ref, attempt, ...tests }), met.operators[0]!);
    const results = await Promise.allSettled([send(a), send(b)]);
    expect(codesOf(results)).toEqual([checkErrors.notRunning.code, 'fine']);
    const { lineTestId } = (await on.own.look(ref, met.operators[0]!)).test!;
    const counted = [a, b].find((tests) => tests.lineTestId === lineTestId)!;
    const again = await Promise.allSettled([send(counted), send(counted)]);
    expect(codesOf(again)).toEqual(['fine', 'fine']);
  }
});

test('a signed link speaks for its own site and meeting, without an account', async () => {
  const linked = on.bed.client(LinkedChecksClient);
  const met = await on.meetingIn(48, 2);
  await on.job.look();
  const { token } = await on.checks.link({ occurrenceId: met.id, siteId: met.sites[0]! }, on.officer);
  const { attempt, siteId } = await linked.begin({ token }, anonymous);
  expect(siteId).toBe(met.sites[0]);
  const tests = await on.testsOf({ occurrenceId: met.id, siteId }, attempt);
  const {
    occurrenceId: _o,
    siteId: _s,
    ...said
  } = findings({ occurrenceId: '', siteId: '', attempt, ...tests });
  await expect(linked.submit({ ...said, token }, anonymous)).resolves.toMatchObject({ state: 'pass' });
  expect(await on.statesOf(met)).toEqual(['pass', 'pending']);
  await expect(linked.look({ token: `${token}x` }, anonymous)).rejects.toThrow(checkErrors.linkInvalid.code);
  await expect(on.own.look({ occurrenceId: met.id, siteId: met.sites[1]! }, anonymous)).rejects.toThrow(
    checkErrors.notFound.code,
  );
});
