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

/** Where `npm start` opens it. */
const defaultUrl = 'http://localhost:3000';
/** @throws Exit `usage` for what is no address */
export function urlOf(env: NodeJS.ProcessEnv, say: Say): string {
  const url = (env['DIEMCAU_URL'] || defaultUrl).replace(/\/+$/, '');
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) return url;
  throw new Exit(
    exitCodes.usage,
    say(
      `DIEMCAU_URL phải là địa chỉ như https://hop.sogddt.example: «${url}».`,
      `DIEMCAU_URL has to be an address like https://hop.sogddt.example: "${url}".`,
    ),
  );
}

/** What an `Authorization` can carry; a text copied along with the key cannot be sent. @throws Exit `signIn` */
function keyOf(typed: string, say: Say): string {
  const key = typed.trim();
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new Exit(
    exitCodes.signIn,
    say('DIEMCAU_KEY phải chỉ là một khoá: dck_…', 'DIEMCAU_KEY has to be a key alone: dck_…'),
  );
}

/** `DIEMCAU_KEY` before a login, so that a script does what it was given a key for. @throws Exit `signIn`, `usage`; Problem */
export async function accessOf(env: NodeJS.ProcessEnv, language: Language, say: Say): Promise<Access> {
  const key = env['DIEMCAU_KEY'];
  if (key) return { url: urlOf(env, say), auth: fixedToken(keyOf(key, say)) };
  const login = readLogin(env);
  if (!login || (env['DIEMCAU_URL'] && login.url !== urlOf(env, say))) {
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
