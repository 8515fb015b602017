import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeDataDir, projectDir } from '../src/machine/folders.ts';
import { tempFolder } from './temp.ts';

interface Ended {
  code: number;
  output: string;
}

/** Runs a command as the launcher does. */
function run(name: string, args: string[], env: Record<string, string>): Promise<Ended> {
  const program = join(projectDir, 'infra', 'src', 'commands', `${name}.ts`);
  const flags = ['--disable-warning=ExperimentalWarning'];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...flags, program, ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

describe('npm start', () => {
  const folder = tempFolder();

  test('names a port in use, who has it and what to do, and exits with 1', async () => {
    const server = createServer().listen(0, '0.0.0.0');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    const { code, output } = await run('start', [], {
      PORT: String(port),
      DIEMCAU_DATA: join(folder, 'port'),
    });
    server.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is in use`);
    expect(output).toContain(`pid ${process.pid}`);
    expect(output).toContain(`PORT=${port + 1} npm start`);
    expect(output).not.toContain('    at ');
  });

  test('says in one sentence that its data folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, output } = await run('start', [], { PORT: '0', DIEMCAU_DATA: join(file, 'data') });
    expect(code).toBe(1);
    expect(output).toContain('DIEMCAU_DATA');
    expect(output).not.toContain('    at ');
  });
});

describe('npm run reset', () => {
  const folder = tempFolder();

  test('deletes the data', async () => {
    const data = join(folder, 'data');
    makeDataDir(data);
    expect(await run('reset', ['--yes'], { DIEMCAU_DATA: data })).toMatchObject({ code: 0 });
    expect(existsSync(data)).toBe(false);
  });

  test('deletes no folder that is not marked as ours', async () => {
    const thesis = join(folder, 'thesis');
    mkdirSync(thesis);
    expect(await run('reset', ['--yes'], { DIEMCAU_DATA: thesis })).toMatchObject({ code: 1 });
    expect(existsSync(thesis)).toBe(true);
  });

  test('asks first, and without a terminal refuses', async () => {
    const data = join(folder, 'asked');
    makeDataDir(data);
    expect(await run('reset', [], { DIEMCAU_DATA: data })).toMatchObject({ code: 1 });
    expect(existsSync(data)).toBe(true);
  });
});
