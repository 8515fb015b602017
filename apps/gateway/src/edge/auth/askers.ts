import { anonymous, type Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { Injectable } from '@nestjs/common';
import { Revocations } from '@diemcau/service/auth/revocations';
import { type Access, type Asker, refusal } from './access.js';
import { AccessTokens, type Verified } from './access-tokens.js';
import { ApiKeys } from './api-keys.js';

const nobody: Asker = { caller: anonymous, entryToken: null };
const askerOf = (caller: Caller | null): Asker => ({ caller: caller ?? anonymous, entryToken: null });
/** An access token is a JWT; an API key and an entry token are bounded words. RFC 6750, RFC 9110 11.6.2. */
const credentials = /^(Bearer|Entry) ([\w.~+/=-]{1,8000})$/i;

/** Tells who asks and turns away who may not. */
@Injectable()
export class Askers {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly keys: ApiKeys,
    private readonly revocations: Revocations,
  ) {}

  /**
   * Credentials that prove nothing are those of nobody: a public route still answers.
   * @param address of the client, which an API key may be bound to
   * @returns a promise only for an API key that identity has to be asked about
   */
  of(authorization: string | undefined, address: string): Asker | Promise<Asker> {
    const [, scheme, token] = credentials.exec(authorization ?? '') ?? [];
    if (!scheme || !token) return nobody;
    if (scheme.toLowerCase() === 'entry') return { caller: anonymous, entryToken: token };
    if (!token.startsWith('dck_')) return askerOf(this.signedIn(token)?.caller ?? null);
    const key = this.keys.of(token, address);
    return key instanceof Promise ? key.then(askerOf) : askerOf(key);
  }

  /** Null when the token is no longer good, or what it carries was revoked. An API key is no access token. */
  signedIn(token: string): Verified | null {
    const verified = this.tokens.verify(token);
    return verified && this.revocations.of(verified.caller) === null ? verified : null;
  }

  /** @throws Failure `common.signInNeeded`, `common.notAllowed`, `common.unavailable` */
  admit(access: Access, asker: Asker): void {
    const kind = refusal(access, asker);
    if (kind) throw new Failure(kind);
    const isNamed = access.kind !== 'anyone' && access.kind !== 'entryToken';
    if (isNamed && !this.revocations.known)
      throw new Failure(commonFailures.unavailable, { why: 'identity' });
  }
}
