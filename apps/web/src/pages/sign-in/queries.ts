import { body } from '@diemcau/client/rest';
import type { SignInAnswer } from '@diemcau/contracts/identity/sessions';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../api/rest';
import { askForPasskey, makePasskey } from '../../credentials/passkeys';

type Answer = Promise<SignInAnswer>;

/** Buttons of outside providers. */
export const buttonsQuery = () =>
  queryOptions({
    queryKey: ['sign-in', 'providers'],
    queryFn: () => body(rest.GET('/api/v1/sign-in/oidc/providers')),
    staleTime: 300_000,
  });

/** Whom to call when one cannot sign in. */
export const helpQuery = () =>
  queryOptions({
    queryKey: ['sign-in', 'help'],
    queryFn: () => body(rest.GET('/api/v1/sign-in-help')),
    staleTime: 300_000,
  });

export const chooseFirstPassword = (token: string, password: string): Answer =>
  body(rest.POST('/api/v1/sign-in/password', { body: { token, password } }));

export const answerTotp = (token: string, code: string): Answer =>
  body(rest.POST('/api/v1/sign-in/totp', { body: { token, code } }));

export const answerRecoveryCode = (token: string, code: string): Answer =>
  body(rest.POST('/api/v1/sign-in/recovery-code', { body: { token, code } }));

/** With any passkey that this browser knows for the site: neither user name nor password. */
export async function signInWithPasskey(): Answer {
  const { token, options } = await body(rest.POST('/api/v1/sign-in/passkey/options'));
  const response = await askForPasskey(options);
  return body(rest.POST('/api/v1/sign-in/passkey', { body: { token, response: { ...response } } }));
}

/** As the second factor: only the account's own passkeys are taken. */
export async function answerWithPasskey(challenge: string): Answer {
  const { token, options } = await body(
    rest.POST('/api/v1/sign-in/passkey/step', { body: { token: challenge } }),
  );
  const response = await askForPasskey(options);
  return body(rest.POST('/api/v1/sign-in/passkey', { body: { token, response: { ...response } } }));
}

export const beginTotp = (token: string) =>
  body(rest.POST('/api/v1/sign-in/enrol/totp/options', { body: { token } }));

export const enrolTotp = (token: string, code: string): Answer =>
  body(rest.POST('/api/v1/sign-in/enrol/totp', { body: { token, code } }));

export async function enrolPasskey(challenge: string, name: string): Answer {
  const { token, options } = await body(
    rest.POST('/api/v1/sign-in/enrol/passkey/options', { body: { token: challenge } }),
  );
  const response = await makePasskey(options);
  return body(
    rest.POST('/api/v1/sign-in/enrol/passkey', { body: { token, name, response: { ...response } } }),
  );
}

/** Leaves for the outside provider; comes back to `/sign-in#oidc=…`. */
export async function goToProvider(providerId: string): Promise<void> {
  const { url } = await body(
    rest.POST('/api/v1/sign-in/oidc/providers/{providerId}', { params: { path: { providerId } } }),
  );
  location.assign(url);
}

export const finishOidc = (code: string): Answer =>
  body(rest.POST('/api/v1/sign-in/oidc', { body: { code } }));
