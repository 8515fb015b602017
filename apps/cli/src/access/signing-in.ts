import { answered, Problem } from '@diemcau/client/problem';
import type { SignedIn, SignInAnswer } from '@diemcau/contracts/identity/sessions';
import type { Language } from '../language.js';
import type { Login } from './login-file.js';

const cookieName = 'diemcau_refresh';

/** An answer of the session routes, and the refresh token that came with it as a cookie. */
interface Answer<Body> {
  readonly body: Body;
  /** Null when the answer brought none. */
  readonly refreshToken: string | null;
}

/** The session routes keep the refresh token in a cookie; here the command line is the browser. @throws Problem */
async function ask<Body>(
  { url, language }: { url: string; language: Language },
  path: string,
  { content, cookie }: { content?: object; cookie?: string } = {},
): Promise<Answer<Body>> {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      'accept-language': language,
      ...(content && { 'content-type': 'application/json' }),
      ...(cookie && { cookie: `${cookieName}=${cookie}` }),
    },
    ...(content && { body: JSON.stringify(content) }),
  }).catch(() => {
    throw Problem.local('client.unreachable');
  });
  await answered(response);
  const set = response.headers.getSetCookie().find((one) => one.startsWith(`${cookieName}=`));
  const [, token = ''] = /^[^=]+=([^;]*)/.exec(set ?? '') ?? [];
  return {
    body: (await response.json()) as Body,
    refreshToken: token === '' ? null : decodeURIComponent(token),
  };
}

export const signIn = (
  at: { url: string; language: Language },
  userName: string,
  password: string,
): Promise<Answer<SignInAnswer>> => ask(at, 'sessions', { content: { userName, password } });

/** The second step, with the code of an app. */
export const giveCode = (
  at: { url: string; language: Language },
  token: string,
  code: string,
): Promise<Answer<SignInAnswer>> => ask(at, 'sign-in/totp', { content: { token, code } });

/** @throws Problem `sessions.ended` when the login is over */
export async function renewed(
  { url, refreshToken }: Login,
  language: Language,
): Promise<{ accessToken: string; refreshToken: string }> {
  const answer = await ask<SignedIn>({ url, language }, 'sessions/refresh', { cookie: refreshToken });
  return { accessToken: answer.body.accessToken, refreshToken: answer.refreshToken ?? refreshToken };
}
