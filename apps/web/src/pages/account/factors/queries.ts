import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { makePasskey } from '../../../credentials/passkeys';

export const factorsQuery = () =>
  queryOptions({
    queryKey: ['me', 'second-factors'],
    queryFn: () => body(rest.GET('/api/v1/account/second-factors')),
  });

export const beginTotp = () => body(rest.POST('/api/v1/account/totp/options'));

export const confirmTotp = (code: string) => body(rest.POST('/api/v1/account/totp', { body: { code } }));

/** Makes a passkey on this device and keeps it under the name; recovery codes with the first factor. */
export async function addPasskey(name: string) {
  const { token, options } = await body(rest.POST('/api/v1/account/passkeys/options'));
  const response = await makePasskey(options);
  return body(rest.POST('/api/v1/account/passkeys', { body: { token, name, response: { ...response } } }));
}

export const renamePasskey = (factorId: string, name: string) =>
  body(rest.PATCH('/api/v1/account/passkeys/{factorId}', { params: { path: { factorId } }, body: { name } }));

export const removeFactor = (factorId: string) =>
  body(rest.DELETE('/api/v1/account/second-factors/{factorId}', { params: { path: { factorId } } }));

export const renewRecoveryCodes = () => body(rest.POST('/api/v1/account/recovery-codes'));
