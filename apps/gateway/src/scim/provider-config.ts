import { scimLimits } from '@diemcau/contracts/identity/scim';

/** RFC 7643 5: what this provider can do. */
export const providerConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: scimLimits.count },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'API key',
      description: 'Authorization: Bearer dck_… with the permission directory.sync',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: 'ServiceProviderConfig' },
} as const;
