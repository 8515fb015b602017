import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { mayProduce } from '@diemcau/contracts/media/room-state';
import {
  type ConnectTransport,
  type LayerWishes,
  type OpenedTransport,
  type OpenTransport,
  type Produce,
  type Produced,
  type ReadyConsumers,
  type RestartedIce,
  type SetPaused,
  type SourceRef,
  streamErrors,
  type TransportRef,
  type Watch,
  type Watching,
} from '@diemcau/contracts/media/streams';
import { Injectable, Logger } from '@nestjs/common';
import type { LiveRoom } from '../rooms/live-room.js';
import { RoomsService } from '../rooms/rooms.service.js';
import type { Seat } from '../rooms/seat.js';

/** A seat's media. TM-2c and TM-2d hold here: who may not produce does not, whatever the client says. */
@Injectable()
export class StreamsService {
  private readonly log = new Logger(StreamsService.name);

  constructor(private readonly rooms: RoomsService) {}

  async openTransport(
    { direction, rtpCapabilities }: OpenTransport,
    caller: Caller,
  ): Promise<OpenedTransport> {
    return this.rooms.seat(caller).seat.media.openTransport(direction, rtpCapabilities);
  }

  async connectTransport({ transportId, dtlsParameters }: ConnectTransport, caller: Caller): Promise<void> {
    await this.rooms.seat(caller).seat.media.connect(transportId, dtlsParameters);
  }

  async restartIce({ transportId }: TransportRef, caller: Caller): Promise<RestartedIce> {
    return { iceParameters: await this.rooms.seat(caller).seat.media.restartIce(transportId) };
  }

  async produce({ transportId, source, rtpParameters, paused }: Produce, caller: Caller): Promise<Produced> {
    const { room, seat } = this.rooms.seat(caller);
    this.refuseUnlessGranted(room, seat, source);
    const producer = await seat.media.produce(transportId, source, rtpParameters, paused ?? false);
    try {
      // The grant may have been taken back while the worker made the producer.
      this.refuseUnlessGranted(room, seat, source);
    } catch (error) {
      producer.close();
      throw error;
    }
    return { producerId: producer.id };
  }

  async setPaused({ source, paused }: SetPaused, caller: Caller): Promise<void> {
    const { room, seat } = this.rooms.seat(caller);
    if (!paused) this.refuseUnlessGranted(room, seat, source);
    await seat.media.setPaused(source, paused);
  }

  async close({ source }: SourceRef, caller: Caller): Promise<void> {
    this.rooms.seat(caller).seat.media.closeSource(source);
  }

  async watch({ tiles }: Watch, caller: Caller): Promise<Watching> {
    return this.rooms.seat(caller).seat.media.watch(tiles);
  }

  async ready({ consumers }: ReadyConsumers, caller: Caller): Promise<void> {
    await this.rooms.seat(caller).seat.media.ready(consumers.map(({ id }) => id));
  }

  wishes(caller: Caller): LayerWishes {
    const { room, seat } = this.rooms.seat(caller);
    return room.media.wishesFor(seat.peerId);
  }

  private refuseUnlessGranted(room: LiveRoom, { peerId }: Seat, source: string): void {
    const role = room.roleOf(peerId);
    if (role && mayProduce(role)) return;
    this.log.warn({ roomId: room.roomId, peerId, source, role }, 'refused to produce: no grant');
    throw new Failure(streamErrors.mayNotProduce);
  }
}
