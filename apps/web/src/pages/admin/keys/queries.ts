import { body } from '@diemcau/client/rest';
import type { MadeKey, MakeKey } from '@diemcau/contracts/identity/keys';
import { rest } from '../../../api/rest';

export const keysKey = ['admin', 'keys'] as const;

export const makeKey = (wish: MakeKey): Promise<MadeKey> => body(rest.POST('/api/v1/keys', { body: wish }));

export const revokeKey = (keyId: string) =>
  body(rest.DELETE('/api/v1/keys/{keyId}', { params: { path: { keyId } } }));
