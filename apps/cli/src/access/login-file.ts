import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** What `diemcau login` keeps, for its owner's eyes only. */
export interface Login {
  readonly url: string;
  /** The refresh token; it changes with every use. */
  readonly refreshToken: string;
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
  writeFileSync(file, JSON.stringify(login), { mode: 0o600 });
  // The mode above is that of a new file only.
  chmodSync(file, 0o600);
}

export const forgetLogin = (env: NodeJS.ProcessEnv): void => rmSync(loginFile(env), { force: true });
