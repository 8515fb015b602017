import { Problem } from '@diemcau/client/problem';
import type { AccessTokens } from '@diemcau/client/rest/access-tokens';
import type { Language } from '../language.js';
import { forgetLogin, type Login, readLogin, writeLogin } from './login-file.js';
import { renewed } from './signing-in.js';

/** Renewed when this part of its life is over, so that commands seldom meet a token that has just run out. */
const renewAfter = 0.8;

/** What the access token says of itself. */
interface Claims {
  readonly sid: string;
  /** Seconds since 1970, by the server's clock. */
  readonly iat: number;
  readonly exp: number;
}

const claimsOf = (accessToken: string): Claims =>
  JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as Claims;

/** By the token's own times: this machine's clock may be wrong. */
export function loginOf(url: string, refreshToken: string, accessToken: string): Login {
  const { iat, exp } = claimsOf(accessToken);
  return { url, refreshToken, accessToken, renewAtMs: Date.now() + (exp - iat) * 1000 * renewAfter };
}

/**
 * The tokens of a stored login. They are renewed when the access token is about to end, or was refused because rights
 * changed; not with every command.
 * @throws Problem `sessions.ended` when the login is over
 */
export async function tokensOf(
  env: NodeJS.ProcessEnv,
  login: Login,
  language: Language,
): Promise<AccessTokens> {
  let held = isFresh(login) ? login : await renewedLogin(env, login, language);
  let renewing: Promise<string | null> | undefined;
  const again = async (): Promise<string | null> => {
    try {
      held = await renewedLogin(env, newestOf(env, held), language);
      return held.accessToken ?? null;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  };
  return {
    current: () => held.accessToken ?? null,
    renew: () => (renewing ??= again().finally(() => (renewing = undefined))),
    onChange: () => () => undefined,
  };
}

const isFresh = ({ accessToken, renewAtMs = 0 }: Login): boolean =>
  accessToken !== undefined && Date.now() < renewAtMs;

async function renewedLogin(env: NodeJS.ProcessEnv, login: Login, language: Language): Promise<Login> {
  try {
    const { accessToken, refreshToken } = await renewed(login, language);
    const next = loginOf(login.url, refreshToken, accessToken);
    if (isKept(env, login)) writeLogin(env, next);
    return next;
  } catch (error) {
    if (error instanceof Problem && error.status === 401 && isKept(env, login)) forgetLogin(env);
    throw error;
  }
}

/** Another command may have renewed it while this one was under way: the refresh token changes with every use. */
const newestOf = (env: NodeJS.ProcessEnv, login: Login): Login =>
  isKept(env, login) ? (readLogin(env) ?? login) : login;

/** False once somebody signed out, or in anew, while a command was under way. */
function isKept(env: NodeJS.ProcessEnv, login: Login): boolean {
  const kept = readLogin(env);
  if (kept?.url !== login.url) return false;
  if (kept.refreshToken === login.refreshToken) return true;
  return kept.accessToken !== undefined && login.accessToken !== undefined
    ? claimsOf(kept.accessToken).sid === claimsOf(login.accessToken).sid
    : false;
}
