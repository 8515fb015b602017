import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** What `diemcau login` keeps, for its owner's eyes only. */
export interface Login {
  readonly url: string;
  /** The refresh token; it changes with every use. */
  readonly refreshToken: string;
  /** Good for ten minutes: a command renews the login only when it is about to end. Earlier versions kept none. */
  readonly accessToken?: string;
  /** Milliseconds since 1970 by this machine's clock; renewed from then on. */
  readonly renewAtMs?: number;
}

export const loginFile = (env: NodeJS.ProcessEnv): string =>
  join(env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config'), 'diemcau', 'login.json');

export function readLogin(env: NodeJS.ProcessEnv): Login | null {
  try {
    return JSON.parse(readFileSync(loginFile(env), 'utf8')) as Login;
  } catch {
    return null;
  }
}

export function writeLogin(env: NodeJS.ProcessEnv, login: Login): void {
  const file = loginFile(env);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Put in its place whole: another command may be reading it.
  const written = `${file}.${process.pid}`;
  writeFileSync(written, JSON.stringify(login), { mode: 0o600 });
  renameSync(written, file);
}

export const forgetLogin = (env: NodeJS.ProcessEnv): void => rmSync(loginFile(env), { force: true });
