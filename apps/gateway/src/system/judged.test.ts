import { expectedServices, type ReplicaHealth } from '@diemcau/contracts/core/health';
import { judged } from './judged.js';

const replica = (service: string, of: Partial<ReplicaHealth> = {}): ReplicaHealth => ({
  service,
  replica: `${service}-1`,
  version: '0.1.0',
  startedAt: '2026-01-01T00:00:00.000Z',
  draining: false,
  postgres: { ok: true, latencyMs: 1 },
  nats: { ok: true, latencyMs: 1 },
  eventLoopLagMs: 3,
  rssBytes: 1e8,
  outboxDepth: 0,
  jobLagS: 0,
  ...of,
});
const all = expectedServices.map((name) => replica(name));
const at = new Date('2026-01-02T00:00:00Z');

test('everybody answers and is well', () => {
  expect(judged(all, at)).toMatchObject({ state: 'healthy', silent: [], at: '2026-01-02T00:00:00.000Z' });
});

test('a part of which no replica answers is named', () => {
  const left = all.filter(({ service }) => service !== 'media');
  expect(judged(left, at)).toMatchObject({ state: 'down', silent: ['media'] });
});

test.each<[string, Partial<ReplicaHealth>]>([
  ['cannot reach PostgreSQL', { postgres: { ok: false, latencyMs: null } }],
  ['is busy', { eventLoopLagMs: 900 }],
  ['does not get its facts out', { outboxDepth: 5000 }],
  ['does not get to its jobs', { jobLagS: 4000 }],
  ['is stopping', { draining: true }],
])('one replica of several that %s makes the whole degraded', (_, fault) => {
  const other = replica('identity', { replica: 'identity-2', ...fault });
  expect(judged([...all, other], at).state).toBe('degraded');
});

test('the media service may be without a database', () => {
  const others = all.filter(({ service }) => service !== 'media');
  expect(judged([...others, replica('media', { postgres: null })], at).state).toBe('healthy');
});

test('replicas are listed by service, then by age', () => {
  const younger = replica('gateway', { replica: 'b', startedAt: '2026-01-01T10:00:00.000Z' });
  const names = judged([younger, ...all], at).replicas.map(({ replica: name }) => name);
  expect(names).toEqual(['gateway-1', 'b', 'identity-1', 'media-1', 'meetings-1']);
});
