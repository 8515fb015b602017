import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type ConnectLineTest,
  type FinishLineTest,
  Line,
  LinePlacement,
  type LineTestRef,
  type OpenLineTest,
  type ReceiveLineData,
  type RunLineLoad,
  type SendLineData,
} from '@diemcau/contracts/media/line';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { MediaConfig } from '../config.js';
import { LineResultsService } from './line-results.service.js';
import { LineService } from './line.service.js';

@Controller()
export class LinePlacementHandlers implements Handlers<typeof LinePlacement> {
  constructor(
    private readonly config: MediaConfig,
    private readonly results: LineResultsService,
  ) {}

  @Handles(LinePlacement.place) async place() {
    return { node: this.config.nodeId };
  }
  @Handles(LinePlacement.find) async find({ lineTestId }: LineTestRef) {
    return this.results.find(lineTestId);
  }
}

@Controller()
export class LineHandlers implements Handlers<typeof Line> {
  constructor(private readonly line: LineService) {}

  @Handles(Line.open) async open(input: OpenLineTest) {
    return this.line.open(input);
  }
  @Handles(Line.connect) async connect(input: ConnectLineTest) {
    return this.line.connect(input);
  }
  @Handles(Line.send) async send(input: SendLineData) {
    return this.line.send(input);
  }
  @Handles(Line.receive) async receive(input: ReceiveLineData) {
    return this.line.receive(input);
  }
  @Handles(Line.load) async load(input: RunLineLoad) {
    return this.line.load(input);
  }
  @Handles(Line.upload) async upload({ lineTestId }: LineTestRef) {
    return this.line.upload(lineTestId);
  }
  @Handles(Line.finish) async finish(input: FinishLineTest) {
    return this.line.finish(input);
  }
}
