import { Failure } from '@diemcau/contracts/core/failure';
import { oidcErrors } from '@diemcau/contracts/identity/oidc';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable, Logger } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
} from 'openid-client';
import { types } from 'node:util';
import { IdentityConfig } from '../../config.js';
import { isPlain, type ProviderRow, purposeOfSecret, redirectUriOf } from './provider.js';

/** What only this flow knows. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  /** RFC 7636 */
  readonly verifier: string;
}

/** Who somebody is to the provider. */
export interface OutsidePerson {
  readonly subject: string;
  /** Only when the provider says that it is the person's. */
  readonly verifiedEmail: string | null;
}

interface Known {
  readonly version: number;
  readonly configuration: Configuration;
  readonly until: number;
}

/** Each call to the provider; two of them fit into what callers wait. */
const timeoutS = 2;
/** Where its keys and endpoints are may change, in ms. */
const rememberedMs = 600_000;

/** Speaks OpenID Connect 1.0 with outside providers: code flow with PKCE, state and nonce. */
@Injectable()
export class OutsideService {
  private readonly log = new Logger(OutsideService.name);
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly box: SecretBox,
    private readonly config: IdentityConfig,
  ) {}

  /** @throws Failure `oidc.away` */
  async address(provider: ProviderRow, { state, nonce, verifier }: FlowSecrets): Promise<string> {
    const configuration = await this.configurationOf(provider);
    return buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUriOf(this.config),
      scope: 'openid email profile',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    }).href;
  }

  /**
   * @param query of the callback
   * @throws Failure `oidc.away`, `oidc.cancelled`, `oidc.refused` when state, nonce, audience, issuer, signature or code
   * are not as they should be
   */
  async person(provider: ProviderRow, query: string, flow: FlowSecrets): Promise<OutsidePerson> {
    const configuration = await this.configurationOf(provider);
    const here = new URL(`${redirectUriOf(this.config)}?${query}`);
    try {
      const tokens = await authorizationCodeGrant(configuration, here, {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Failure(oidcErrors.refused);
      // Some providers put the address into the token, others only tell it when asked.
      const told =
        claims['email'] === undefined
          ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : claims;
      return { subject: claims.sub, verifiedEmail: emailOf(told) };
    } catch (error) {
      throw this.failureOf(error, provider);
    }
  }

  private async configurationOf(provider: ProviderRow): Promise<Configuration> {
    const known = this.known.get(provider.id);
    if (known && known.version === provider.version && known.until > Date.now()) return known.configuration;
    const issuer = new URL(provider.issuer);
    const secret = this.box.open(purposeOfSecret(provider.id), provider.sealedSecret);
    try {
      const configuration = await discovery(issuer, provider.clientId, secret, undefined, {
        timeout: timeoutS,
        execute: isPlain(issuer) ? [allowInsecureRequests] : [],
      });
      configuration.timeout = timeoutS;
      const { id, version } = provider;
      this.known.set(id, { version, configuration, until: Date.now() + rememberedMs });
      return configuration;
    } catch (error) {
      this.log.warn({ providerId: provider.id }, `the provider cannot be discovered: ${String(error)}`);
      throw new Failure(oidcErrors.away);
    }
  }

  private failureOf(error: unknown, { id: providerId }: ProviderRow): Failure {
    if (error instanceof Failure) return error;
    const cancelled = error instanceof AuthorizationResponseError && error.error === 'access_denied';
    if (cancelled) return new Failure(oidcErrors.cancelled);
    this.log.warn({ providerId }, `a sign-in was refused: ${String(error)}`);
    return new Failure(isAway(error) ? oidcErrors.away : oidcErrors.refused);
  }
}

function emailOf({ email, email_verified: verified }: { readonly [claim: string]: unknown }): string | null {
  return typeof email === 'string' && verified === true ? email : null;
}

/** The connection failed, or took too long; not: the provider said no. */
function isAway(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const { code, cause } = error as Error & { readonly code?: string };
  return code === 'OAUTH_TIMEOUT' || error.message === 'fetch failed' || isAway(cause);
}
