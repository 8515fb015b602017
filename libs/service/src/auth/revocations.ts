import type { ServiceCaller, UserCaller } from '@diemcau/contracts/core/caller';
import { accessToken } from '@diemcau/contracts/identity/access-token';
import { type RightsVersion, SessionFacts, SessionsClient } from '@diemcau/contracts/identity/sessions';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Nats } from '../bus/nats.js';
import { Pushes } from '../bus/pushes.js';

const self: ServiceCaller = { kind: 'service', name: 'revocations' };
/** A token may outlive its session by its life, and clocks differ a little. */
const forgetAfterMs = (accessToken.lifeS + 60) * 1000;
const retryMs = 300;

/** Whose right it is, by which sign-in, and which version of their rights it rests on. */
export type SignedIn = Pick<UserCaller, 'userId' | 'sessionId' | 'rightsVersion'>;

/** `session`: signed out. `rights`: still signed in, and the next token says what is permitted now. */
export type Revoked = 'session' | 'rights';

interface Known {
  readonly version: number;
  readonly forgetAt: number;
}

/**
 * Sessions that were ended and rights that changed while access tokens, and seats taken with them, still run (I6). Heard as
 * facts; asked for at start and whenever the bus was lost, because facts are not repeated to every replica.
 */
@Injectable()
export class Revocations implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(Revocations.name);
  private readonly ended = new Map<string, number>();
  private readonly rights = new Map<string, Known>();
  private readonly listeners: (() => void)[] = [];
  private readonly stopListening: (() => void)[] = [];
  private stopped = false;
  private asked = false;

  constructor(
    private readonly sessions: SessionsClient,
    private readonly pushes: Pushes,
    private readonly nats: Nats,
  ) {}

  /** Until the first answer nobody's sign-in can be trusted. */
  get known(): boolean {
    return this.asked;
  }

  /** Why what rests on this sign-in is worth nothing any more; null when it is good. */
  of({ userId, sessionId, rightsVersion }: SignedIn): Revoked | null {
    if (this.ended.has(sessionId)) return 'session';
    const newest = this.rights.get(userId);
    return newest && rightsVersion < newest.version ? 'rights' : null;
  }

  /** Called whenever more is revoked. */
  onRevoked(listener: () => void): void {
    this.listeners.push(listener);
  }

  onApplicationBootstrap(): void {
    this.stopListening.push(
      this.pushes.overhear(SessionFacts.ended, ({ sessionIds }) => this.note(sessionIds, [])),
      this.pushes.overhear(SessionFacts.rightsChanged, ({ users }) => this.note([], users)),
    );
    this.nats.onReconnect(() => void this.ask());
    void this.ask();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    for (const stop of this.stopListening) stop();
  }

  private note(sessionIds: readonly string[], users: readonly RightsVersion[]): void {
    const now = Date.now();
    const forgetAt = now + forgetAfterMs;
    for (const [id, at] of this.ended) if (at < now) this.ended.delete(id);
    for (const [id, known] of this.rights) if (known.forgetAt < now) this.rights.delete(id);
    for (const id of sessionIds) this.ended.set(id, forgetAt);
    for (const { userId, version } of users) {
      if ((this.rights.get(userId)?.version ?? 0) < version) this.rights.set(userId, { version, forgetAt });
    }
    for (const listener of this.listeners) listener();
  }

  /** Again and again until identity answers. */
  private async ask(): Promise<void> {
    while (!this.stopped) {
      try {
        const since = new Date(Date.now() - forgetAfterMs).toISOString();
        const { sessionIds, rights } = await this.sessions.revokedSince({ since }, self);
        this.note(sessionIds, rights);
        this.asked = true;
        return;
      } catch (error) {
        this.log.debug(`what was revoked is not known yet: ${String(error)}`);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }
}
