import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { descendantsOf, identityOf } from '../src/processes/identity.ts';
import { Supervisor } from '../src/processes/supervisor.ts';
import { until } from '../src/processes/until.ts';
import { tempFolder } from './temp.ts';

describe('The supervisor', () => {
  const folder = tempFolder();
  const crashes: { name: string; restartInMs: number }[] = [];
  const supervisor = new Supervisor(folder, (name, _exit, restartInMs) =>
    crashes.push({ name, restartInMs }),
  );
  const shell = (name: string, script: string, graceMs?: number) =>
    supervisor.start({ name, command: 'sh', args: ['-c', script], ...(graceMs && { graceMs }) });

  beforeEach(() => crashes.splice(0));
  afterEach(() => supervisor.stop(supervisor.names));

  test('starts a killed process again at once, under another pid', async () => {
    const { pid } = shell('steady', 'exec sleep 60');
    await supervisor.kill('steady', 'SIGKILL');
    expect(await until(() => supervisor.process('steady').pid !== pid, { withinMs: 2000 })).toBe(true);
    expect(identityOf(supervisor.process('steady').pid)).toBeDefined();
    expect(crashes).toEqual([{ name: 'steady', restartInMs: 0 }]);
  });

  test('gives one that keeps crashing longer and longer pauses', async () => {
    shell('broken', 'exit 3');
    await until(() => crashes.length >= 4, { withinMs: 5000 });
    expect(crashes.slice(0, 4).map(({ restartInMs }) => restartInMs)).toEqual([0, 100, 200, 400]);
  });

  test('kills one that does not stop when asked, and its children', async () => {
    const { pid } = shell('stubborn', 'trap "" TERM; sleep 60 & while :; do sleep 1; done', 300);
    await until(() => descendantsOf(pid).length > 0, { withinMs: 2000 });
    const all = [pid, ...descendantsOf(pid)];
    await supervisor.stop(['stubborn']);
    expect(all.filter((one) => identityOf(one))).toEqual([]);
  });

  test('does not start again what it was told to stop', async () => {
    const { pid } = shell('told', 'exec sleep 60');
    await supervisor.stop(['told']);
    expect(identityOf(pid)).toBeUndefined();
    expect(crashes).toEqual([]);
    expect(supervisor.names).toEqual([]);
  });

  test('keeps what a process prints in a log of its own', async () => {
    shell('talker', 'echo xin chào; exec sleep 60');
    const log = join(folder, 'logs', 'talker.log');
    await until(() => existsSync(log) && readFileSync(log, 'utf8').includes('chào'), { withinMs: 2000 });
    expect(supervisor.logTail('talker')).toBe('xin chào');
  });

  test('names a command that does not exist by crashing, not by ending us', async () => {
    supervisor.start({ name: 'nowhere', command: '/nowhere', args: [] });
    expect(await until(() => crashes.length > 0, { withinMs: 2000 })).toBe(true);
  });
});
