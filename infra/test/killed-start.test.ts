import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { identityOf } from '../src/processes/identity.ts';
import { RunFile } from '../src/processes/run-file.ts';
import { until } from '../src/processes/until.ts';
import { tempFolder } from './temp.ts';

describe('A start that is killed', () => {
  const folder = tempFolder();
  const program = join(import.meta.dirname, 'programs', 'owner.ts');
  const isGone = (pid: number) => until(() => identityOf(pid) === undefined, { withinMs: 5000 });

  async function startOwner(dataDir: string) {
    const owner = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, dataDir]);
    owner.stderr.pipe(process.stderr);
    const [line] = (await once(createInterface(owner.stdout), 'line')) as [string];
    return { owner, child: Number(line) };
  }

  function sleeper(): number {
    const { pid = 0 } = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
    return pid;
  }

  test('takes its processes with it', async () => {
    const { owner, child } = await startOwner(join(folder, 'taken'));
    owner.kill('SIGKILL');
    expect(await isGone(child)).toBe(true);
  });

  test('is cleaned up by the next one, should something be left after all', async () => {
    const runFile = new RunFile(join(folder, 'left'));
    const left = sleeper();
    runFile.write([{ name: 'left', pid: left }]);
    expect(await runFile.takeOver()).toEqual(['left']);
    expect(await isGone(left)).toBe(true);
  });

  test('never costs a stranger who has got the same pid since', async () => {
    const runFile = new RunFile(join(folder, 'stranger'));
    const stranger = sleeper();
    const gone = { pid: stranger, identity: 'this boot:1' };
    runFile.writeRun({ owner: { name: 'start', ...gone }, processes: [{ name: 'ours', ...gone }] });
    expect(await runFile.takeOver()).toEqual([]);
    expect(identityOf(stranger)).toBeDefined();
    process.kill(stranger, 'SIGKILL');
  });

  test('is told apart from one that still runs: the second start is refused in one sentence', async () => {
    const dataDir = join(folder, 'running');
    const { owner, child } = await startOwner(dataDir);
    await expect(new RunFile(dataDir).takeOver()).rejects.toThrow(
      `already running from this data folder (pid ${owner.pid})`,
    );
    expect(identityOf(child)).toBeDefined();
    owner.kill('SIGKILL');
    await isGone(child);
  });
});
