import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { accessToken } from '@diemcau/contracts/identity/access-token';
import { SessionFacts, SessionsClient } from '@diemcau/contracts/identity/sessions';
import { Nats } from '@diemcau/service/bus/nats';
import { Pushes } from '@diemcau/service/bus/pushes';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const self: ServiceCaller = { kind: 'service', name: 'gateway' };
/** A token may outlive its session by its life, and clocks differ a little. */
const forgetAfterMs = (accessToken.lifeS + 60) * 1000;
const retryMs = 300;

/**
 * Sign-in sessions that were ended while their access tokens still run (I6). Heard as facts; asked for at start and
 * whenever the bus was lost, because facts are not repeated to edges.
 */
@Injectable()
export class EndedSessions implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(EndedSessions.name);
  private readonly forgetAt = new Map<string, number>();
  private readonly listeners: ((sessionIds: readonly string[]) => void)[] = [];
  private stopListening: () => void = () => undefined;
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

  has(sessionId: string): boolean {
    return this.forgetAt.has(sessionId);
  }

  onEnded(listener: (sessionIds: readonly string[]) => void): void {
    this.listeners.push(listener);
  }

  onApplicationBootstrap(): void {
    this.stopListening = this.pushes.overhear(SessionFacts.ended, ({ sessionIds }) => this.note(sessionIds));
    this.nats.onReconnect(() => void this.ask());
    void this.ask();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    this.stopListening();
  }

  private note(sessionIds: readonly string[]): void {
    const now = Date.now();
    for (const [id, at] of this.forgetAt) if (at < now) this.forgetAt.delete(id);
    for (const id of sessionIds) this.forgetAt.set(id, now + forgetAfterMs);
    for (const listener of this.listeners) listener(sessionIds);
  }

  /** Again and again until identity answers. */
  private async ask(): Promise<void> {
    while (!this.stopped) {
      try {
        const since = new Date(Date.now() - forgetAfterMs).toISOString();
        const { sessionIds } = await this.sessions.endedSince({ since }, self);
        this.note(sessionIds);
        this.asked = true;
        return;
      } catch (error) {
        this.log.debug(`ended sessions are not known yet: ${String(error)}`);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }
}
