import { body } from '@diemcau/client/rest';
import type { AddOidcProvider, ChangeOidcProvider, OidcProvider } from '@diemcau/contracts/identity/oidc';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../../api/rest';

export const providersKey = ['admin', 'oidc-providers'] as const;

export const providersQuery = () =>
  queryOptions({ queryKey: providersKey, queryFn: () => body(rest.GET('/api/v1/oidc-providers')) });

export const addProvider = (provider: AddOidcProvider): Promise<OidcProvider> =>
  body(rest.POST('/api/v1/oidc-providers', { body: provider }));

export const changeProvider = ({ providerId, ...changes }: ChangeOidcProvider): Promise<OidcProvider> =>
  body(
    rest.PATCH('/api/v1/oidc-providers/{providerId}', { params: { path: { providerId } }, body: changes }),
  );

export const removeProvider = (providerId: string) =>
  body(rest.DELETE('/api/v1/oidc-providers/{providerId}', { params: { path: { providerId } } }));
