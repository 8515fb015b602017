import { Failure } from '@diemcau/contracts/core/failure';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import jwt from 'jsonwebtoken';
import { createSecretKey, type KeyObject } from 'node:crypto';

export interface Linked {
  readonly occurrenceId: string;
  readonly siteId: string;
}

/** Not a ticket's: neither opens the other's door. */
const audience = 'check';
const issuer = 'diemcau';
const algorithm = 'HS256';

/** Signed links to one site's check: whoever has one needs no account (HB-8.2). */
export class CheckLinks {
  private readonly key: KeyObject;

  constructor(secret: string) {
    this.key = createSecretKey(Buffer.from(secret));
  }

  sign({ occurrenceId, siteId }: Linked, now: Date, until: Date): string {
    const [iat, exp] = [now, until].map((at) => Math.floor(at.getTime() / 1000));
    return jwt.sign({ occurrenceId, siteId, iat, exp }, this.key, { algorithm, issuer, audience });
  }

  /** @throws Failure `checks.linkInvalid` */
  verify(token: string, now: Date): Linked {
    try {
      const claims = jwt.verify(token, this.key, {
        algorithms: [algorithm],
        issuer,
        audience,
        clockTimestamp: Math.floor(now.getTime() / 1000),
      });
      if (typeof claims === 'object') {
        const { occurrenceId, siteId } = claims as Partial<Linked>;
        if (typeof occurrenceId === 'string' && typeof siteId === 'string') return { occurrenceId, siteId };
      }
    } catch {
      // said below
    }
    throw new Failure(checkErrors.linkInvalid);
  }
}
