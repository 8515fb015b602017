import { rollCall } from '@diemcau/service/health/roll-call';
import { Nats } from '@diemcau/service/bus/nats';
import type { RunningService } from '@diemcau/service/serve';
import { eventually, TestBed } from '../src/service.js';
import { ToysModule } from './toy.js';

let bed: TestBed;
let nats: Nats;
let second: RunningService;
beforeAll(async () => {
  bed = await TestBed.start();
  await bed.serve(ToysModule, { name: 'toys' });
  second = await bed.serve(ToysModule, { name: 'toys' });
  nats = await Nats.connect('asker');
});
afterAll(async () => {
  await nats.close();
  await bed.stop();
});

const ask = (longestMs = 2000) => rollCall(nats, { expected: ['toys'], longestMs });

test('each replica says for itself how it is, and nothing secret', async () => {
  const answers = await ask();
  expect(new Set(answers.map(({ replica }) => replica)).size).toBe(2);
  for (const answer of answers) {
    expect(answer).toEqual({
      service: 'toys',
      replica: expect.stringMatching(/^[0-9a-f]{8}$/),
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      startedAt: expect.any(String),
      draining: false,
      postgres: { ok: true, latencyMs: expect.any(Number) },
      nats: { ok: true, latencyMs: expect.any(Number) },
      eventLoopLagMs: expect.any(Number),
      rssBytes: expect.any(Number),
      outboxDepth: expect.any(Number),
      jobLagS: null,
    });
    expect(answer.eventLoopLagMs).toBeGreaterThanOrEqual(0);
  }
});

test('a part that nobody plays is waited for as long as told, and no longer', async () => {
  const answers = await rollCall(nats, { expected: ['toys', 'nobody'], longestMs: 2000 });
  expect(answers.map(({ service }) => service)).toEqual(['toys', 'toys']);
});

test('jobs that are due and not begun are seen by their age', async () => {
  await bed.sql(
    `CREATE SCHEMA toys_jobs; CREATE TABLE toys_jobs.job (state text, start_after timestamptz);
     INSERT INTO toys_jobs.job VALUES ('created', now() - interval '90 seconds'), ('completed', now() - interval '1 day')`,
  );
  const [answer] = await ask();
  expect(answer?.jobLagS).toBeGreaterThanOrEqual(90);
  expect(answer?.jobLagS).toBeLessThan(3600);
});

test('a replica without its database still answers, and says so', async () => {
  await bed.kill('postgres');
  // Asked at once: it takes PostgreSQL some 100 ms to come back.
  for (const { postgres } of await ask()) expect(postgres).toEqual({ ok: false, latencyMs: null });
  await bed.whenReady('postgres');
  await eventually(
    () => ask(),
    (all) => all.length === 2 && all.every(({ postgres }) => postgres?.ok === true),
    20_000,
  );
});

test('a replica that has stopped is silent', async () => {
  await second.stop();
  expect(await ask()).toHaveLength(1);
});
