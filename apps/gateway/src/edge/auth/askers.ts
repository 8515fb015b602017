import { anonymous } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { Injectable } from '@nestjs/common';
import { type Access, type Asker, refusal } from './access.js';
import { AccessTokens, type Verified } from './access-tokens.js';
import { Revocations } from './revocations.js';

const nobody: Asker = { caller: anonymous, entryToken: null };
/** An access token is a JWT; an entry token any bounded word. RFC 6750, RFC 9110 11.6.2. */
const credentials = /^(Bearer|Entry) ([\w.~+/=-]{1,8000})$/i;

/** Tells who asks and turns away who may not. */
@Injectable()
export class Askers {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly revocations: Revocations,
  ) {}

  /** Credentials that prove nothing are those of nobody: a public route still answers. */
  of(authorization: string | undefined): Asker {
    const [, scheme, token] = credentials.exec(authorization ?? '') ?? [];
    if (!scheme || !token) return nobody;
    if (scheme.toLowerCase() === 'entry') return { caller: anonymous, entryToken: token };
    return { caller: this.signedIn(token)?.caller ?? anonymous, entryToken: null };
  }

  /** Null when the token is no longer good, or what it carries was revoked. */
  signedIn(token: string): Verified | null {
    const verified = this.tokens.verify(token);
    return verified && this.revocations.of(verified) === null ? verified : null;
  }

  /** @throws Failure `common.signInNeeded`, `common.notAllowed`, `common.unavailable` */
  admit(access: Access, asker: Asker): void {
    const kind = refusal(access, asker);
    if (kind) throw new Failure(kind);
    const named = access.kind === 'signedIn' || access.kind === 'may';
    if (named && !this.revocations.known) throw new Failure(commonFailures.unavailable, { why: 'identity' });
  }
}
