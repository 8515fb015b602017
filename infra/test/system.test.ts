import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { descendantsOf, identityOf } from '../src/processes/identity.ts';
import type { System } from '../src/system/options.ts';
import { startSystem } from '../src/system/system.ts';
import { tempFolder } from './temp.ts';

interface Kept {
  accounts: { role: string; userName: string; password: string }[];
  rooms: { slug: string }[];
}

describe('The whole system', () => {
  const dataDir = join(tempFolder(), 'data');
  const start = () => startSystem({ dataDir, demo: true, durable: false, env: { LOG_LEVEL: 'warn' } });
  const openApi = async (system: System) => (await fetch(`${system.url}/api/openapi.json`)).status;
  let system: System;
  let firstStart: System['demo'];

  beforeAll(async () => {
    system = await start();
    firstStart = system.demo;
  });
  afterAll(() => system.stop());

  test('answers at its address, and runs what it says', async () => {
    expect(await openApi(system)).toBe(200);
    expect(system.names).toEqual(
      expect.arrayContaining(['postgres', 'nats', 'identity', 'meetings', 'media', 'gateway']),
    );
  });

  test('makes the demo province on the first start, with an account for every role', () => {
    expect(new Set(firstStart?.accounts.map(({ role }) => role)).size).toBeGreaterThanOrEqual(3);
    expect(firstStart?.rooms.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['thanh-hoa', 'thu-thiet-bi']),
    );
  });

  test('keeps secrets and demo accounts readable to their owner only', () => {
    for (const file of ['secrets.json', 'demo-accounts.json']) {
      expect((statSync(join(dataDir, file)).mode & 0o777).toString(8)).toBe('600');
    }
  });

  test('leaves no process when it stops', async () => {
    const pids = system.names.map((name) => system.process(name).pid);
    const all = [...pids, ...pids.flatMap(descendantsOf)];
    await system.stop();
    expect(all.filter((pid) => identityOf(pid))).toEqual([]);
  });

  test('never seeds over existing data', async () => {
    const file = join(dataDir, 'demo-accounts.json');
    const before = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    system = await start();
    expect(system.demo?.accounts).toEqual([]);
    expect(system.demo?.rooms.map(({ slug }) => slug)).toEqual(before.rooms.map(({ slug }) => slug));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(before);
  });

  test('runs several gateways and media nodes side by side', async () => {
    await system.stop();
    system = await startSystem({ dataDir, durable: false, replicas: { gateway: 2, media: 2 } });
    expect(system.names).toEqual(expect.arrayContaining(['gateway', 'gateway-2', 'media', 'media-2']));
    const answers = await Promise.all(system.urls.map(async (url) => (await fetch(url)).status));
    expect(answers).toHaveLength(2);
  });
});
