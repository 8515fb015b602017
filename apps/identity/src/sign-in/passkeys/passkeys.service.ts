import { Failure } from '@diemcau/contracts/core/failure';
import { signInErrors } from '@diemcau/contracts/identity/sign-in';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type VerifiedAuthenticationResponse,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import { IdentityConfig } from '../../config.js';
import { CeremoniesService, type Ceremony, type Purpose } from './ceremonies.service.js';
import { bytesOf, type PasskeyRow, siteOf, transportsOf } from './site.js';

/** Somebody proved to have a passkey. */
export interface Proven extends Ceremony {
  readonly userId: string;
}

const columns = `id, user_id AS "userId", credential_id AS "credentialId", public_key AS "publicKey", counter, transports`;

/** Proving who one is by a passkey: instead of a password, as the second factor, or once more. WebAuthn level 3 */
@Injectable()
export class PasskeysService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly ceremonies: CeremoniesService,
    private readonly config: IdentityConfig,
  ) {}

  async options(ceremony: Ceremony) {
    const own = ceremony.userId === null ? [] : await this.of(ceremony.userId);
    if (ceremony.userId !== null && own.length === 0) throw new Failure(signInErrors.wayNotThere);
    const options = await generateAuthenticationOptions({
      rpID: siteOf(this.config).id,
      // Instead of a password it has to be two factors in one: the device, and its owner's finger or PIN.
      userVerification: ceremony.purpose === 'signIn' ? 'required' : 'preferred',
      allowCredentials: own.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: transportsOf(transports),
      })),
    });
    return { ...(await this.ceremonies.begin(ceremony, options.challenge)), options };
  }

  /** @throws Failure `signIn.challengeOver`, `signIn.passkeyWrong` */
  async prove(token: string, purposes: readonly Purpose[], response: object): Promise<Proven> {
    const begun = await this.ceremonies.take(token, purposes);
    const answer = response as AuthenticationResponseJSON;
    const passkey = await this.named(answer.id);
    if (!passkey || (begun.userId !== null && begun.userId !== passkey.userId)) throw wrong();
    if (!handleFits(answer, passkey.userId)) throw wrong();
    const { verified, authenticationInfo } = await this.verify(
      answer,
      passkey,
      begun.challenge,
      begun.purpose === 'signIn',
    );
    if (!verified || !(await this.count(passkey.id, authenticationInfo.newCounter))) throw wrong();
    return { ...begun, userId: passkey.userId };
  }

  /** Once more, by somebody who is signed in. @throws Failure as {@link prove} */
  async proveOwn(token: string, response: object, userId: string): Promise<void> {
    const proven = await this.prove(token, ['confirm'], response);
    if (proven.userId !== userId) throw wrong();
  }

  async of(userId: string): Promise<PasskeyRow[]> {
    return this.database.query<PasskeyRow[]>(`SELECT ${columns} FROM passkeys WHERE user_id = $1 LIMIT 50`, [
      userId,
    ]);
  }

  private async named(credentialId: unknown): Promise<PasskeyRow | undefined> {
    if (typeof credentialId !== 'string') return undefined;
    const [row] = await this.database.query<PasskeyRow[]>(
      `SELECT ${columns} FROM passkeys WHERE credential_id = $1`,
      [credentialId],
    );
    return row;
  }

  private async verify(
    response: AuthenticationResponseJSON,
    passkey: PasskeyRow,
    expectedChallenge: string,
    requireUserVerification: boolean,
  ): Promise<VerifiedAuthenticationResponse> {
    const { id: expectedRPID, origin: expectedOrigin } = siteOf(this.config);
    try {
      return await verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin,
        expectedRPID,
        requireUserVerification,
        credential: {
          id: passkey.credentialId,
          publicKey: bytesOf(passkey.publicKey),
          counter: Number(passkey.counter),
        },
      });
    } catch {
      // Whatever is not as it should be (challenge, origin, counter, signature, form): the library throws.
      throw wrong();
    }
  }

  /** A counter that does not rise belongs to a copy; many passkeys have none and stay at 0. WebAuthn 6.1.1 */
  private async count(id: string, counter: number): Promise<boolean> {
    const [rows] = await this.database.query<[unknown[], number]>(
      `UPDATE passkeys SET counter = $2, last_used_at = now()
       WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0)) RETURNING id`,
      [id, counter],
    );
    return rows.length > 0;
  }
}

const wrong = (): Failure => new Failure(signInErrors.passkeyWrong);

/** A passkey found by the browser itself says whose it is. */
function handleFits({ response }: AuthenticationResponseJSON, userId: string): boolean {
  const handle: unknown = response?.userHandle;
  if (handle === undefined || handle === null) return true;
  return typeof handle === 'string' && Buffer.from(handle, 'base64url').toString() === userId;
}
