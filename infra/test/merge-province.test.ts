import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectDir } from '../src/machine/folders.ts';
import { startSystem, type System } from '../src/system/system.ts';
import { tempFolder } from './temp.ts';

const dataDir = join(tempFolder(), 'data');
const password = 'ba con vịt qua cầu';

/** As `npm run … -- …` does, beside an installation that runs. */
function run(name: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const program = join(projectDir, 'infra', 'src', 'commands', `${name}.ts`);
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...args],
      { env: { ...process.env, DIEMCAU_DATA: dataDir } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

interface Answer {
  readonly status: number;
  readonly body: {
    id?: string;
    version?: number;
    code?: string;
    items?: { id: string; code: string }[];
    challenge?: { token: string } | null;
    session?: { accessToken: string; user: { unitId: string } } | null;
  };
}

describe('two provinces of one installation, each with an admin of its own', () => {
  let system: System;
  let database: Client;
  beforeAll(async () => {
    system = await startSystem({ dataDir, durable: false, services: ['gateway', 'identity'] });
    database = new Client({ connectionString: system.databaseUrl });
    await database.connect();
  }, 120_000);
  afterAll(async () => {
    await database.end();
    await system.stop();
  });

  async function ask(token: string | null, method: string, path: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${system.url}/api/v1/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }

  const signIn = async (userName: string): Promise<string> =>
    (await ask(null, 'POST', 'sessions', { userName, password })).body.session?.accessToken ?? '';

  /** @returns its id; the admin, of the same name, has a password */
  async function province(code: string): Promise<string> {
    const { output } = await run(
      'first-admin',
      '--province',
      `Sở ${code}`,
      '--code',
      code,
      '--user-name',
      code,
    );
    const { rows } = await database.query<{ id: string }>('SELECT id FROM identity.units WHERE code = $1', [
      code,
    ]);
    const id = rows[0]?.id ?? '';
    const stored = JSON.stringify({ requireSecondFactor: 'nobody' });
    await database.query('INSERT INTO identity.province_settings (province_id, stored) VALUES ($1, $2)', [
      id,
      stored,
    ]);
    const secret = /first secret\s+(\S+)/.exec(output)?.[1];
    const first = await ask(null, 'POST', 'sessions', { userName: code, password: secret });
    await ask(null, 'POST', 'sign-in/password', { token: first.body.challenge?.token, password });
    return id;
  }

  test('merge by the command alone: over REST each is told that the other is not there (SYS-5, DA-0)', async () => {
    const [cu, moi] = [await province('so-cu'), await province('so-moi')];
    const today = new Date(Date.now() + 7 * 3_600_000).toJSON().slice(0, 10);
    const admins = { cu: await signIn('so-cu'), moi: await signIn('so-moi') };
    const school = {
      parentId: cu,
      type: 'school',
      name: 'Trường THPT số 1',
      code: 'thpt-1',
      effectiveOn: today,
    };
    const { body: founded } = await ask(admins.cu, 'POST', 'units', school);
    await ask(admins.moi, 'POST', 'units', { ...school, parentId: moi });
    const { body: former } = await ask(admins.cu, 'GET', `units/${cu}`);
    const event = {
      kind: 'merge',
      unitId: cu,
      version: former.version,
      intoId: moi,
      effectiveOn: today,
      decisionNumber: null,
      decisionDate: null,
    };
    for (const admin of [admins.cu, admins.moi])
      expect((await ask(admin, 'POST', 'unit-events', event)).status).toBe(404);

    const asked = [
      '--from',
      'so-cu',
      '--into',
      'so-moi',
      '--on',
      today,
      '--decision',
      '12/QĐ',
      '--suffix',
      'cu',
    ];
    const shown = await run('merge-province', ...asked);
    expect([shown.code, shown.output]).toEqual([0, expect.stringContaining('thpt-1 → thpt-1-cu')]);
    expect((await ask(admins.cu, 'GET', `units/${cu}`)).body).toMatchObject({
      code: 'so-cu',
      state: 'active',
    });

    expect(await run('merge-province', ...asked, '--yes')).toMatchObject({ code: 0 });
    const again = await run('merge-province', ...asked, '--yes');
    expect([again.code, again.output]).toEqual([0, expect.stringContaining('This is done already')]);

    const { body: tree } = await ask(await signIn('so-moi'), 'GET', 'units?includeClosed=true');
    expect(tree.items?.map(({ code }) => code).sort()).toEqual(['so-cu', 'so-moi', 'thpt-1', 'thpt-1-cu']);
    const subject = (founded as { unitId?: string }).unitId;
    const closing = {
      kind: 'close',
      unitId: subject,
      version: 99,
      effectiveOn: today,
      decisionNumber: null,
      decisionDate: null,
    };
    // It is seen, as the whole province is; it is not theirs any more.
    expect((await ask(await signIn('so-cu'), 'POST', 'unit-events', closing)).status).toBe(403);
    expect((await ask(await signIn('so-moi'), 'POST', 'unit-events', closing)).status).toBe(412);
  }, 120_000);

  test('are told what is missing or wrong, in a sentence and without a stack', async () => {
    const wrong = [
      [],
      ['--from', 'so-moi', '--into', 'so-khong-co', '--on', '2025-07-01', '--decision', '1/QĐ', '--yes'],
      ['--from', 'so-moi', '--into', 'so-moi', '--on', '2999-07-01', '--decision', '1/QĐ'],
      ['--from', 'so-moi', '--into', 'so-cu', '--on', '2025-02-30', '--decision', '1/QĐ'],
      ['--cancel', '--from', 'so-moi'],
      ['--no-such-option'],
    ];
    for (const args of wrong) {
      const { code, output } = await run('merge-province', ...args);
      expect(code).toBe(1);
      expect(output.length).toBeGreaterThan(20);
      expect(output).not.toContain('    at ');
    }
  }, 120_000);

  test('a locked-out admin gets a new first secret (I5)', async () => {
    const { code, output } = await run(
      'first-admin',
      '--recover',
      '--user-name',
      'so-moi',
      '--lost-second-step',
    );
    expect([code, output]).toEqual([0, expect.stringContaining('first secret')]);
    expect(await signIn('so-moi')).toBe('');
    const secret = /first secret\s+(\S+)/.exec(output)?.[1];
    const { body } = await ask(null, 'POST', 'sessions', { userName: 'so-moi', password: secret });
    expect(body).toMatchObject({ session: null, challenge: { kind: 'newPassword' } });
    expect(await run('first-admin', '--recover', '--user-name', 'khong-co')).toMatchObject({ code: 1 });
  }, 30_000);
});
