import { EdgeBed } from './edge-bed.js';
import { until } from './until.js';

let bed: EdgeBed;
beforeAll(async () => {
  bed = await EdgeBed.start({ replicas: { identity: 2 } });
});
afterAll(() => bed.stop());

const look = async () => {
  const { data } = await bed.rest(await bed.as('departmentAdmin')).GET('/api/v1/system/health');
  if (!data) throw new Error('no answer');
  return data;
};

test('the console sees every replica of every part', async () => {
  const { state, silent, replicas } = await look();
  expect([state, silent]).toEqual([expect.stringMatching(/healthy|degraded/), []]);
  expect(replicas.map(({ service }) => service)).toEqual([
    'gateway',
    'identity',
    'identity',
    'media',
    'meetings',
  ]);
  expect(JSON.stringify(replicas)).not.toMatch(/postgres:\/\/|nats:\/\/|127\.0\.0\.1/);
});

test('a part that hangs is named, and the answer comes all the same', async () => {
  await bed.system.kill('meetings', 'SIGSTOP');
  try {
    const { state, silent, replicas } = await look();
    expect([state, silent]).toEqual(['down', ['meetings']]);
    expect(replicas).toHaveLength(4);
  } finally {
    await bed.system.kill('meetings', 'SIGCONT');
  }
  await until(async () => (await look()).silent.length === 0);
});

test('a parent does not see it', async () => {
  const asked = bed.rest(await bed.as('parent')).GET('/api/v1/system/health');
  await expect(asked).rejects.toMatchObject({ code: 'common.notAllowed', status: 403 });
});
