import { Failure } from '@diemcau/contracts/core/failure';
import { secondFactorErrors } from '@diemcau/contracts/identity/second-factors';
import { signInErrors } from '@diemcau/contracts/identity/sign-in';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { IdentityConfig } from '../../config.js';
import { CeremoniesService, type Ceremony, type Purpose } from './ceremonies.service.js';
import { PasskeysService } from './passkeys.service.js';
import { siteOf, transportsOf } from './site.js';

/** A passkey that was shown to be the browser's, and is not kept yet. */
export interface NewPasskey extends Ceremony {
  readonly userId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly synced: boolean;
}

const most = 20;

@Injectable()
export class AddingPasskeysService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly ceremonies: CeremoniesService,
    private readonly passkeys: PasskeysService,
    private readonly config: IdentityConfig,
  ) {}

  /** @throws Failure `secondFactors.tooMany` */
  async options(ceremony: Ceremony & { readonly userId: string }) {
    const { userId } = ceremony;
    const own = await this.passkeys.of(userId);
    if (own.length >= most) throw new Failure(secondFactorErrors.tooMany);
    const [user] = await this.database.query<{ userName: string; displayName: string }[]>(
      'SELECT user_name AS "userName", display_name AS "displayName" FROM users WHERE id = $1',
      [userId],
    );
    const options = await generateRegistrationOptions({
      rpName: 'Điểm Cầu',
      rpID: siteOf(this.config).id,
      userID: new TextEncoder().encode(userId),
      userName: user?.userName ?? '',
      userDisplayName: user?.displayName ?? '',
      attestationType: 'none',
      excludeCredentials: own.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: transportsOf(transports),
      })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
    return { ...(await this.ceremonies.begin(ceremony, options.challenge)), options };
  }

  /** @throws Failure `signIn.challengeOver`, `signIn.passkeyWrong` */
  async check(token: string, purpose: Purpose, response: object): Promise<NewPasskey> {
    const begun = await this.ceremonies.take(token, [purpose]);
    const { id: expectedRPID, origin: expectedOrigin } = siteOf(this.config);
    const answer = response as RegistrationResponseJSON;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: begun.challenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: false,
    }).catch(() => {
      // The library throws whatever is not as it should be.
      throw new Failure(signInErrors.passkeyWrong);
    });
    if (!verified || begun.userId === null) throw new Failure(signInErrors.passkeyWrong);
    const { credential, credentialDeviceType } = registrationInfo;
    return {
      ...begun,
      userId: begun.userId,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: transportsOf(credential.transports ?? []),
      synced: credentialDeviceType === 'multiDevice',
    };
  }

  /** @returns its id. @throws Failure `signIn.passkeyWrong` when somebody has it already */
  async keep(manager: EntityManager, passkey: NewPasskey, name: string): Promise<string> {
    const id = randomUUID();
    const kept = await manager.query<unknown[]>(
      `INSERT INTO passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (credential_id) DO NOTHING RETURNING id`,
      [
        id,
        passkey.userId,
        passkey.credentialId,
        Buffer.from(passkey.publicKey),
        passkey.counter,
        passkey.transports,
        passkey.synced,
        name,
      ],
    );
    if (kept.length === 0) throw new Failure(signInErrors.passkeyWrong);
    return id;
  }
}
