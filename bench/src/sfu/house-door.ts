import { randomUUID } from 'node:crypto';
import type { PeerCaller } from '@diemcau/contracts/core/caller';
import { anonymous } from '@diemcau/contracts/core/caller';
import { onlyAttachment } from '@diemcau/contracts/core/messages';
import { LiveRoomClient, PlacementClient } from '@diemcau/contracts/media/room';
import { type LayerWishes, StreamPushes, StreamsClient } from '@diemcau/contracts/media/streams';
import { Nats } from '@diemcau/service/bus/nats';
import { NatsBus } from '@diemcau/service/bus/nats-bus';
import { Pushes } from '@diemcau/service/bus/pushes';
import { signTicket } from '@diemcau/testing/sim/ticket';
import type { Door, Entered, MediaCalls } from './entering.ts';

/** As clients do it. */
const heartbeatMs = 10_000;

/** A room of ours, reached over the bus as the gateway reaches it. Needs NATS_URL. */
export class HouseDoor implements Door {
  private readonly bus: NatsBus;
  private readonly pushes: Pushes;
  private readonly roomId: string;
  private readonly ticketSecret: string;

  private constructor(nats: Nats, roomId: string, ticketSecret: string) {
    this.bus = new NatsBus(nats);
    this.pushes = new Pushes(nats);
    this.roomId = roomId;
    this.ticketSecret = ticketSecret;
  }

  static async open(roomId: string, ticketSecret: string): Promise<HouseDoor> {
    return new HouseDoor(await Nats.connect('bench'), roomId, ticketSecret);
  }

  async enter(peerId: string): Promise<Entered> {
    const { bus, roomId } = this;
    const caller: PeerCaller = { kind: 'peer', peerId, roomId, attachmentId: randomUUID() };
    const { node } = await new PlacementClient(bus).locate({ roomId }, { kind: 'service', name: 'bench' });
    const room = new LiveRoomClient(bus).at(node);
    const ticket = signTicket(this.ticketSecret, { roomId, peerId, host: true });
    const joined = await room.attach({ roomId, ticket, attachmentId: caller.attachmentId }, anonymous);
    const { version } = joined.streams;
    setInterval(() => void room.alive({ version }, caller).catch(() => undefined), heartbeatMs);
    return {
      calls: this.callsOf(new StreamsClient(bus).at(node), caller),
      onWishes: (heard) => {
        this.pushes.listen(onlyAttachment(caller.attachmentId), ({ name, body }) => {
          if (name === StreamPushes.wishes.name) heard(body as LayerWishes);
        });
      },
    };
  }

  private callsOf(streams: ReturnType<StreamsClient['at']>, caller: PeerCaller): MediaCalls {
    return {
      openTransport: (input) => streams.openTransport(input, caller),
      connectTransport: (input) => streams.connectTransport(input, caller),
      produce: (input) => streams.produce(input, caller),
      watch: (input) => streams.watch(input, caller),
      ready: (input) => streams.ready(input, caller),
    };
  }
}
