import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectDir } from '../src/machine/folders.ts';
import { startSystem, type System } from '../src/system/system.ts';
import { tempFolder } from './temp.ts';

const dataDir = join(tempFolder(), 'data');
const province = ['--province', 'Sở Giáo dục và Đào tạo Mẫu', '--code', 'so-mau'];

/** As `npm run first-admin -- …` does, beside an installation that runs. */
function firstAdmin(args: string[]): Promise<{ code: number; output: string }> {
  const program = join(projectDir, 'infra', 'src', 'commands', 'first-admin.ts');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...args],
      { env: { ...process.env, DIEMCAU_DATA: dataDir } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

describe('an installation without the demo province', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ dataDir, durable: false, services: ['gateway', 'identity'] });
  }, 60_000);
  afterAll(() => system.stop());

  test('is told how, when name or code of the province are missing or wrong', async () => {
    for (const args of [[], ['--province', 'Sở Mẫu', '--code', 'Sở Mẫu'], ['--no-such-option']]) {
      const { code, output } = await firstAdmin(args);
      expect(code).toBe(1);
      expect(output).toContain('Không cấp được mã lần đầu');
      expect(output).not.toContain('    at ');
    }
  }, 30_000);

  test('gets its province and an administrator, who signs in with the printed secret and chooses a password', async () => {
    const { code, output } = await firstAdmin([...province, '--user-name', 'quan-tri']);
    expect([code, output]).toEqual([0, expect.stringContaining('first secret')]);
    const secret = /first secret\s+(\S+)/.exec(output)?.[1];
    const signedIn = await post('sessions', { userName: 'quan-tri', password: secret });
    expect(signedIn).toMatchObject({ session: null, challenge: { kind: 'newPassword' } });
    const { token } = (signedIn as { challenge: { token: string } }).challenge;
    // Whoever administers needs a second factor, unless the province decides otherwise.
    expect(await post('sign-in/password', { token, password: 'ba con vịt qua cầu' })).toMatchObject({
      challenge: { kind: 'enrolSecondFactor' },
    });
  }, 30_000);

  test('does not get another administrator from outside', async () => {
    const { code, output } = await firstAdmin([...province, '--user-name', 'nguoi-khac']);
    expect([code, output]).toEqual([
      1,
      expect.stringContaining('the province has a department admin already'),
    ]);
  }, 30_000);

  async function post(path: string, input: object): Promise<unknown> {
    const answer = await fetch(`${system.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return answer.json();
  }
});
