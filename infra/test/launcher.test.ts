import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectDir } from '../src/machine/folders.ts';
import { tempFolder } from './temp.ts';

describe('The launcher', () => {
  const checkout = tempFolder();
  const bin = join(checkout, 'fake-bin');

  beforeAll(() => {
    const infra = join(checkout, 'infra');
    cpSync(join(projectDir, 'infra', 'launch'), join(infra, 'launch'), { recursive: true });
    cpSync(join(projectDir, 'infra', 'launch.mjs'), join(infra, 'launch.mjs'));
    mkdirSync(join(infra, 'src', 'commands'), { recursive: true });
    writeFileSync(
      join(infra, 'src', 'commands', 'greet.ts'),
      `console.log('xin chào', ...process.argv.slice(2));`,
    );
    writeFileSync(join(infra, 'src', 'commands', 'fail.ts'), 'process.exit(7);');
    mkdirSync(bin);
  });

  /** Puts a program of this name before all others. */
  function fake(name: string, script: string): void {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }

  function launch(...args: string[]): Promise<{ code: number; output: string }> {
    const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(checkout, 'infra', 'launch.mjs'), ...args],
        { env },
        (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
      );
    });
  }

  test.each([
    ['no network', 'npm error code EAI_AGAIN', 'The npm registry cannot be reached'],
    ['a full disk', 'npm error code ENOSPC', 'The disk is full'],
    ['no rights', 'npm error code EACCES', 'No right to write'],
  ])('says in one sentence that there is %s', async (_what, npmSays, sentence) => {
    fake('npx', `echo '${npmSays}' >&2; exit 1`);
    const { code, output } = await launch('greet');
    expect(code).toBe(1);
    expect(output).toContain(sentence);
    expect(output).not.toContain('    at ');
  });

  test('says so when the lockfile does not match, as pnpm tells it', async () => {
    fake('npx', `echo '${join(bin, 'pnpm')}'`);
    fake('pnpm', 'echo ERR_PNPM_OUTDATED_LOCKFILE; exit 1');
    expect(await launch('greet')).toMatchObject({
      code: 1,
      output: expect.stringContaining('does not match'),
    });
  });

  test('installs once, then not again until a manifest changes', async () => {
    fake('pnpm', 'mkdir -p node_modules');
    expect((await launch('greet', 'cô')).output).toContain('installing npm packages');
    expect(await launch('greet', 'cô')).toEqual({ code: 0, output: 'xin chào cô\n' });
    writeFileSync(join(checkout, 'package.json'), '{}');
    expect((await launch('greet')).output).toContain('installing npm packages');
  });

  test('ends as the command ended, and knows which commands there are', async () => {
    expect(await launch('fail')).toMatchObject({ code: 7 });
    expect(await launch('fly')).toMatchObject({
      code: 1,
      output: expect.stringContaining('no command "fly"'),
    });
  });
});
