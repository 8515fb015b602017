import type { UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type OidcBegun, oidcErrors } from '@diemcau/contracts/identity/oidc';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { hashOf, newToken } from '@diemcau/service/secrets/token';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { timingSafeEqual } from 'node:crypto';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { DataSource } from 'typeorm';
import { type FlowSecrets, OutsideService } from './outside.service.js';
import { providerColumns, type ProviderRow } from './provider.js';

/** A browser that has been to the provider. */
export interface Flow extends FlowSecrets {
  readonly providerId: string;
  readonly browserHash: Buffer;
  /** The account to be linked; null when somebody signs in. */
  readonly linkUserId: string | null;
  readonly linkSessionId: string | null;
}

interface FlowRow extends Omit<Flow, 'state' | 'verifier'> {
  readonly sealedVerifier: Buffer;
}

const lifeMinutes = 15;
const purposeOf = (stateHash: Buffer): string => `oidc flow ${stateHash.toString('hex')}`;

/** The way to the provider and back. Kept in the database: the browser may come back to another replica. */
@Injectable()
export class FlowsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly outside: OutsideService,
    private readonly box: SecretBox,
  ) {}

  /** @throws Failure `oidc.notFound`, `oidc.away` */
  async begin(providerId: string, linker: UserCaller | null): Promise<OidcBegun> {
    const provider = await this.provider(providerId);
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = await this.outside.address(provider, secrets);
    const [stateHash, browserSecret] = [hashOf(secrets.state), newToken()];
    await this.database.query(
      `INSERT INTO oidc_flows (state_hash, provider_id, browser_hash, sealed_verifier, nonce, link_user_id,
                               link_session_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(mins => $8))`,
      [
        stateHash,
        providerId,
        hashOf(browserSecret),
        this.box.seal(purposeOf(stateHash), secrets.verifier),
        secrets.nonce,
        linker?.userId ?? null,
        linker?.sessionId ?? null,
        lifeMinutes,
      ],
    );
    return { url, browserSecret };
  }

  /** Taken once. @throws Failure `oidc.refused` for a state that is unknown, used, or another browser's */
  async take(state: string, browserSecret: string | null): Promise<Flow> {
    const stateHash = hashOf(state);
    const [rows] = await this.database.query<[FlowRow[], number]>(
      `DELETE FROM oidc_flows WHERE state_hash = $1 AND expires_at > now()
       RETURNING provider_id AS "providerId", browser_hash AS "browserHash", sealed_verifier AS "sealedVerifier", nonce,
                 link_user_id AS "linkUserId", link_session_id AS "linkSessionId"`,
      [stateHash],
    );
    const [row] = rows;
    if (!row || !isSameBrowser(row.browserHash, browserSecret)) throw new Failure(oidcErrors.refused);
    const { sealedVerifier, ...rest } = row;
    return { ...rest, state, verifier: this.box.open(purposeOf(stateHash), sealedVerifier) };
  }

  /** @throws Failure `oidc.notFound` also for one that is switched off */
  async provider(providerId: string): Promise<ProviderRow> {
    const [provider] = await this.database.query<ProviderRow[]>(
      `SELECT ${providerColumns} FROM oidc_providers WHERE id = $1 AND enabled`,
      [providerId],
    );
    if (!provider) throw new Failure(oidcErrors.notFound, { providerId });
    return provider;
  }
}

export const isSameBrowser = (hash: Buffer, secret: string | null): boolean =>
  secret !== null && timingSafeEqual(hash, hashOf(secret));
