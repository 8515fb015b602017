import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type BeginMirror,
  type ConnectMirror,
  Mirror,
  MirrorPlacement,
  type MirrorRef,
  type MirrorSourceRef,
  type SeeMirror,
  type SendToMirror,
} from '@diemcau/contracts/media/mirror';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { MediaConfig } from '../config.js';
import { MediaTestsService } from './media-tests.service.js';
import { MirrorService } from './mirror.service.js';

@Controller()
export class MirrorPlacementHandlers implements Handlers<typeof MirrorPlacement> {
  constructor(
    private readonly config: MediaConfig,
    private readonly tests: MediaTestsService,
  ) {}

  @Handles(MirrorPlacement.place) async place() {
    return { node: this.config.nodeId };
  }
  @Handles(MirrorPlacement.find) async find({ mirrorId }: MirrorRef) {
    return this.tests.find(mirrorId);
  }
}

@Controller()
export class MirrorHandlers implements Handlers<typeof Mirror> {
  constructor(private readonly mirrors: MirrorService) {}

  @Handles(Mirror.open) async open({ ticket }: BeginMirror) {
    return this.mirrors.open(ticket);
  }
  @Handles(Mirror.connect) async connect(input: ConnectMirror) {
    return this.mirrors.connect(input);
  }
  @Handles(Mirror.produce) async produce(input: SendToMirror) {
    return this.mirrors.produce(input);
  }
  @Handles(Mirror.see) async see(input: SeeMirror) {
    return this.mirrors.see(input);
  }
  @Handles(Mirror.ready) async ready(input: MirrorSourceRef) {
    return this.mirrors.ready(input);
  }
  @Handles(Mirror.look) async look({ mirrorId }: MirrorRef) {
    return this.mirrors.look(mirrorId);
  }
  @Handles(Mirror.finish) async finish({ mirrorId }: MirrorRef) {
    return this.mirrors.finish(mirrorId);
  }
  @Handles(Mirror.leave) async leave({ mirrorId }: MirrorRef) {
    this.mirrors.close(mirrorId);
  }
}
