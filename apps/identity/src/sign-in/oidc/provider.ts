import type { LinkingRule } from '@diemcau/contracts/identity/oidc';

export interface ProviderRow {
  readonly id: string;
  readonly provinceId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly sealedSecret: Buffer;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly linking: LinkingRule;
  readonly enabled: boolean;
  readonly version: number;
}

export const providerColumns = `id, province_id AS "provinceId", issuer, client_id AS "clientId",
  sealed_secret AS "sealedSecret", name_vi AS "nameVi", name_en AS "nameEn", linking, enabled, version`;

/** Binds a sealed secret to its provider. */
export const purposeOfSecret = (providerId: string): string => `oidc provider ${providerId}`;

export const redirectUriOf = ({ publicUrl }: { readonly publicUrl: string }): string =>
  `${new URL(publicUrl).origin}/api/v1/sign-in/oidc/callback`;

/** Plain http only to this machine itself, for a provider on trial, and never in production. */
export const isPlain = (issuer: URL): boolean =>
  issuer.protocol === 'http:' &&
  ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname) &&
  process.env['NODE_ENV'] !== 'production';

export function isIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const url = new URL(issuer);
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return bare && (url.protocol === 'https:' || isPlain(url));
}
