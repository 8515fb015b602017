import { createRest, type Rest } from '@diemcau/client/rest';
import { fixedToken } from '@diemcau/client/rest/access-tokens';
import type { SignInAnswer } from '@diemcau/contracts/identity/sessions';
import { startSystem, type System } from '@diemcau/infra/system';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '../src/run.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export let dir: string;
export let system: System;
/** The province's code. */
export let unitCode: string;

/** A system with the demo province, signed in as the department's administrator, for the tests of one file. */
export function standCli(services: ('identity' | 'meetings' | 'gateway')[]): void {
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'diemcau-cli-'));
    system = await startSystem({
      dataDir: join(dir, 'data'),
      durable: false,
      demo: true,
      services,
      env: { LOG_LEVEL: 'warn' },
    });
    const { code } = await login('departmentAdmin');
    expect(code).toBe(0);
    const { items } = JSON.parse((await cli(['units', 'list', '--json', '-n', '500'])).out) as {
      items: { code: string; parentId: string | null }[];
    };
    unitCode = items.find(({ parentId }) => parentId === null)?.code ?? '';
  }, 120_000);
  afterAll(async () => {
    await system?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
}

/** As a shell would, with a home of its own. */
export async function cli(args: string[], env: NodeJS.ProcessEnv = {}, input = ''): Promise<Ran> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const told = Promise.all([text(out), text(err)]);
  const all = { HOME: dir, LANG: 'en_US.UTF-8', DIEMCAU_URL: system.url, ...env };
  const code = await run(args, { env: all, out, err, in: Readable.from([input]) });
  out.end();
  err.end();
  const [outText, errText] = await told;
  return { code, out: outText, err: errText };
}

/** What a command that works prints with `--json`. */
export async function done<Answer>(...args: string[]): Promise<Answer> {
  const { code, out, err } = await cli([...args, '--json']);
  expect([args.join(' '), code, err]).toEqual([args.join(' '), 0, '']);
  return JSON.parse(out || '{}') as Answer;
}

export function accountOf(role: string): { readonly userName: string; readonly password: string } {
  const account = system.demo?.accounts.find((one) => one.role === role);
  if (!account) throw new Error(`the demo province has no ${role}`);
  return account;
}

export function login(role: string): Promise<Ran> {
  const { userName, password } = accountOf(role);
  return cli(['login', userName], { DIEMCAU_PASSWORD: password });
}

/** The REST interface itself, as somebody of the demo province. */
export async function restAs(role: string): Promise<Rest> {
  const { userName, password } = accountOf(role);
  const response = await fetch(`${system.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password }),
  });
  const { session } = (await response.json()) as SignInAnswer;
  return createRest({ baseUrl: system.url, auth: fixedToken(session?.accessToken ?? '') });
}
