import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type ConnectTransport,
  type OpenTransport,
  type Produce,
  type ReadyConsumers,
  type SetPaused,
  type SourceRef,
  Streams,
  type TransportRef,
  type Watch,
} from '@diemcau/contracts/media/streams';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { StreamsService } from './streams.service.js';

@Controller()
export class StreamsHandlers implements Handlers<typeof Streams> {
  constructor(private readonly streams: StreamsService) {}

  @Handles(Streams.openTransport) async openTransport(input: OpenTransport, caller: Caller) {
    return this.streams.openTransport(input, caller);
  }
  @Handles(Streams.connectTransport) async connectTransport(input: ConnectTransport, caller: Caller) {
    return this.streams.connectTransport(input, caller);
  }
  @Handles(Streams.restartIce) async restartIce(input: TransportRef, caller: Caller) {
    return this.streams.restartIce(input, caller);
  }
  @Handles(Streams.produce) async produce(input: Produce, caller: Caller) {
    return this.streams.produce(input, caller);
  }
  @Handles(Streams.setPaused) async setPaused(input: SetPaused, caller: Caller) {
    return this.streams.setPaused(input, caller);
  }
  @Handles(Streams.close) async close(input: SourceRef, caller: Caller) {
    return this.streams.close(input, caller);
  }
  @Handles(Streams.watch) async watch(input: Watch, caller: Caller) {
    return this.streams.watch(input, caller);
  }
  @Handles(Streams.ready) async ready(input: ReadyConsumers, caller: Caller) {
    return this.streams.ready(input, caller);
  }
  @Handles(Streams.wishes) async wishes(_: Nothing, caller: Caller) {
    return this.streams.wishes(caller);
  }
}
