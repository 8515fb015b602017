import type { Audience, Push, PushEnvelope } from '@diemcau/contracts/core/messages';
import { StreamPushes } from '@diemcau/contracts/media/streams';
import { Pushes } from '@diemcau/service/bus/pushes';
import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import type { Connection } from './connection.js';

type Heard = (audience: Audience, envelope: PushEnvelope) => void;

interface Held {
  holders: number;
  readonly release: () => void;
  /** Joins under way, which take down what they must not miss. */
  readonly gathering: Set<PushEnvelope[]>;
}

/** Worth nothing once a newer one is on its way: dropped for a socket that cannot keep up. */
const droppable: ReadonlySet<string> = new Set([StreamPushes.levels.name, StreamPushes.quality.name]);

const isAudience = (room: string): room is Audience => room.includes('.');

/**
 * Which sockets of this replica hear what. Each audience is one subscription on the bus, however many sockets it has, from
 * the first socket in it to the last.
 */
@Injectable()
export class Audiences {
  private readonly held = new Map<Audience, Held>();
  private readonly listeners: Heard[] = [];
  private sockets: Server | undefined;

  constructor(private readonly pushes: Pushes) {}

  serve(sockets: Server): void {
    this.sockets = sockets;
    const { adapter } = sockets.of('/');
    adapter.on('create-room', (room: string) => isAudience(room) && this.hold(room));
    adapter.on('delete-room', (room: string) => isAudience(room) && this.letGo(room));
  }

  /** Called with every push that passes, after the sockets got it. */
  onHeard(listener: Heard): void {
    this.listeners.push(listener);
  }

  /** Tells the sockets of this replica; each once, also those in several of the audiences. */
  tell<B extends object>(audiences: readonly Audience[], { name }: Push<B>, body: B): void {
    this.relay(audiences, { name, body });
  }

  /**
   * Lets the connection into audiences when `work` succeeds, with nothing missed: what was pushed while it ran is sent
   * right after its answer. Before that, the connection has no right to hear it.
   */
  async enter<T>(connection: Connection, audiences: readonly Audience[], work: () => Promise<T>): Promise<T> {
    const fresh = audiences.filter((audience) => !connection.hears(audience));
    const missed: PushEnvelope[] = [];
    for (const audience of fresh) this.hold(audience).gathering.add(missed);
    try {
      const answer = await work();
      connection.join(fresh);
      connection.afterAnswer(() => missed.forEach((envelope) => connection.relay(envelope)));
      return answer;
    } finally {
      for (const audience of fresh) {
        this.held.get(audience)?.gathering.delete(missed);
        this.letGo(audience);
      }
    }
  }

  get size(): number {
    return this.held.size;
  }

  private hold(audience: Audience): Held {
    const held = this.held.get(audience) ?? {
      holders: 0,
      gathering: new Set(),
      release: this.pushes.listen(audience, (envelope) => this.relay([audience], envelope)),
    };
    held.holders += 1;
    this.held.set(audience, held);
    return held;
  }

  private letGo(audience: Audience): void {
    const held = this.held.get(audience);
    if (!held) return;
    held.holders -= 1;
    if (held.holders > 0) return;
    this.held.delete(audience);
    held.release();
  }

  private relay(audiences: readonly Audience[], envelope: PushEnvelope): void {
    for (const missed of new Set(
      audiences.flatMap((audience) => [...(this.held.get(audience)?.gathering ?? [])]),
    )) {
      missed.push(envelope);
    }
    const to = this.sockets?.to([...audiences]);
    (droppable.has(envelope.name) ? to?.volatile : to)?.emit(envelope.name, envelope.body);
    for (const audience of audiences) for (const heard of this.listeners) heard(audience, envelope);
  }
}
