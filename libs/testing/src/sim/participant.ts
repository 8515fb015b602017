import { type StreamCalls, streamCallsOver } from '@diemcau/client/room/calls';
import { createSocket, type Socket } from '@diemcau/client/socket';
import type { JoinedRoom } from '@diemcau/contracts/media/room';
import type { StreamsView, StreamView, Tile } from '@diemcau/contracts/media/streams';
import { Receiver } from './receiver.js';
import { Sender } from './sender.js';

export interface ParticipantOptions {
  /** Of the gateway. */
  readonly url: string;
  readonly roomId: string;
  readonly ticket: string;
  /** What is on the screen, given who sends what; nothing unless given, and sound comes anyway. */
  readonly layout?: (streams: readonly StreamView[]) => Tile[];
}

/** As the web client does it. */
const heartbeatMs = 10_000;

/**
 * Somebody in the room without a browser: speaks the same socket messages as the web client and has real ICE, DTLS and
 * SRTP. It asks for whatever it is told to, rights or not.
 */
export class Participant {
  receiver: Receiver | undefined;
  sender: Sender | undefined;
  private readonly calls: StreamCalls;
  private readonly heartbeat: NodeJS.Timeout;
  private streams: StreamsView;

  private constructor(
    readonly socket: Socket,
    readonly joined: JoinedRoom,
    private readonly layout: (streams: readonly StreamView[]) => Tile[],
  ) {
    this.calls = streamCallsOver(socket);
    this.streams = joined.streams;
    const { version } = joined.streams;
    this.heartbeat = setInterval(() => {
      socket.request('media.room.alive', { version }).catch(() => undefined);
    }, heartbeatMs);
    socket.on('media.streams.wishes', (wishes) => this.sender?.limit(wishes));
    socket.on('media.streams.changed', (streams) => void this.streamsChanged(streams));
  }

  /** @throws Problem when the ticket is refused */
  static async join({ url, roomId, ticket, layout = () => [] }: ParticipantOptions): Promise<Participant> {
    const socket = createSocket({ url });
    try {
      await socket.whenConnected();
      const joined = await socket.request('media.room.join', { roomId, ticket });
      return new Participant(socket, joined, layout);
    } catch (error) {
      socket.close();
      throw error;
    }
  }

  async receive(): Promise<Receiver> {
    this.receiver = await Receiver.open(this.calls, this.layout(this.streams.streams));
    return this.receiver;
  }

  /** The transport needs no right; what is sent over it does (TM-2c). */
  async send(): Promise<Sender> {
    this.sender = await Sender.open(this.calls);
    return this.sender;
  }

  async leave(): Promise<void> {
    await this.socket.request('media.room.leave', {});
    this.close();
  }

  /** Vanishes without a word. */
  close(): void {
    clearInterval(this.heartbeat);
    this.receiver?.close();
    this.sender?.close();
    this.socket.close();
  }

  private async streamsChanged(streams: StreamsView): Promise<void> {
    if (streams.version <= this.streams.version) return;
    this.streams = streams;
    // A socket that is closed meanwhile has nothing to watch.
    await this.receiver?.watch(this.layout(streams.streams)).catch(() => undefined);
  }
}
