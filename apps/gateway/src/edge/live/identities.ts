import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { Edge, EdgePushes, Identified, Identify } from '@diemcau/contracts/gateway/edge';
import { Revocations } from '@diemcau/service/auth/revocations';
import { Injectable } from '@nestjs/common';
import { anyone } from '../auth/access.js';
import { Askers } from '../auth/askers.js';
import type { Connection } from './connection.js';
import { Receives } from './receives.js';

/** Who is on which socket. */
@Injectable()
export class Identities {
  /** Every connection that has been signed in, and when its token runs out. */
  private readonly expiries = new Map<Connection, NodeJS.Timeout>();

  constructor(
    private readonly askers: Askers,
    private readonly revocations: Revocations,
  ) {
    revocations.onRevoked(() => this.closeRevoked());
  }

  @Receives(Edge.identify, anyone)
  async identify({ accessToken }: Identify, connection: Connection): Promise<Identified> {
    if (!this.recognise(connection, accessToken)) throw new Failure(commonFailures.signInNeeded);
    const { caller } = connection;
    return { userId: caller.kind === 'user' ? caller.userId : null };
  }

  /** From now on the token's user is on the socket; nobody with null or a token that is no longer good, which gives false. */
  recognise(connection: Connection, accessToken: string | null): boolean {
    const verified = accessToken === null ? null : this.askers.signedIn(accessToken);
    const before = connection.signedIn?.caller;
    if (before && before.userId !== verified?.caller.userId) leaveLobbies(connection);
    connection.signedIn = verified;
    if (verified) this.expire(connection, verified.expiresAt);
    return accessToken === null || verified !== null;
  }

  /** A token that runs out without being renewed takes its user off the socket. */
  private expire(connection: Connection, at: number): void {
    clearTimeout(this.expiries.get(connection));
    const timer = setTimeout(() => this.recognise(connection, null), at - Date.now());
    this.expiries.set(connection, timer);
    connection.onClose(this, () => this.forget(connection));
  }

  private forget(connection: Connection): void {
    clearTimeout(this.expiries.get(connection));
    this.expiries.delete(connection);
  }

  /** Who is signed out is told so; who has other rights now comes back with a new token. */
  private closeRevoked(): void {
    for (const connection of this.expiries.keys()) {
      const revoked = connection.signedIn && this.revocations.of(connection.signedIn.caller);
      if (!revoked) continue;
      if (revoked === 'session') connection.push(EdgePushes.signedOut, {});
      connection.close();
    }
  }
}

function leaveLobbies(connection: Connection): void {
  connection.leave(connection.audiences.filter((audience) => audience.startsWith('lobby.')));
}
