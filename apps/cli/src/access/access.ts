import { type AccessTokens, fixedToken } from '@diemcau/client/rest/access-tokens';
import { Exit, exitCodes } from '../exit-codes.js';
import type { Language, Say } from '../language.js';
import { readLogin } from './login-file.js';
import { tokensOf } from './login-tokens.js';

/** Where the system is, and as whom it is asked. */
export interface Access {
  readonly url: string;
  readonly auth: AccessTokens;
}

const defaultUrl = 'http://localhost:8080';
export const urlOf = (env: NodeJS.ProcessEnv): string =>
  (env['DIEMCAU_URL'] || defaultUrl).replace(/\/+$/, '');

/** `DIEMCAU_KEY` before a login, so that a script does what it was given a key for. @throws Exit `signIn`; Problem */
export async function accessOf(env: NodeJS.ProcessEnv, language: Language, say: Say): Promise<Access> {
  const key = env['DIEMCAU_KEY'];
  if (key) return { url: urlOf(env), auth: fixedToken(key) };
  const login = readLogin(env);
  if (!login || (env['DIEMCAU_URL'] && login.url !== urlOf(env))) {
    throw new Exit(
      exitCodes.signIn,
      say(
        'Chưa đăng nhập: đặt DIEMCAU_KEY, hoặc chạy «diemcau login».',
        'Not signed in: set DIEMCAU_KEY, or run "diemcau login".',
      ),
    );
  }
  return { url: login.url, auth: await tokensOf(env, login, language) };
}
