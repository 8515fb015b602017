import type { DtlsParameters, SctpParameters, SctpStreamParameters } from 'mediasoup-client/types';
import { ClientOf, contract, NodeClientOf, nodeContract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Decimal, Foreign, Id, Instant, Int, ListOf, OneOf, Slug, Text } from '../core/fields.js';
import { Nothing } from '../core/page.js';
import { IceServer } from './room.js';
import { OpenedTransport } from './streams.js';

export const verdicts = ['good', 'weak', 'bad'] as const;
/** good: the required figure both ways. weak: sound and a small picture will do. bad: expect breaks. TM-1b */
export type Verdict = (typeof verdicts)[number];

export class BeginLineTest {
  /** The room the test is for: its required figure is judged against. */
  @Slug() slug: string;
}
/** The edge adds the room's facts. */
export class OpenLineTest {
  @Id() roomId: string;
  @Int({ min: 1, max: 1000 }) requiredMbps: number;
  @Id() attachmentId: string;
}
export class LineTestPlace {
  @Text({ max: 100 }) node: string;
}
export class LineTestOpened {
  @Id() lineTestId: string;
  @ListOf(() => OpenedTransport, { max: 1 }) transports: OpenedTransport[];
  @Foreign() sctpParameters: SctpParameters;
  @ListOf(() => IceServer, { max: 10 }) iceServers: IceServer[];
  /** mediasoup router RTP capabilities: `Device.load` wants them. */
  @Foreign() routerRtpCapabilities: object;
}
export class ConnectLineTest {
  @Id() lineTestId: string;
  @Foreign() dtlsParameters: DtlsParameters;
}
export class SendLineData {
  @Id() lineTestId: string;
  /** `probe`: echoed at once, unreliable. `load`: counted upwards, reliable. */
  @OneOf(['probe', 'load']) label: 'probe' | 'load';
  @Foreign() sctpStreamParameters: SctpStreamParameters;
}
export class LineDataOpened {
  @Text({ max: 100 }) dataProducerId: string;
}
export class ReceiveLineData {
  @Id() lineTestId: string;
  @OneOf(['probe', 'load']) label: 'probe' | 'load';
}
export class LineConsumerOpened {
  @Text({ max: 100 }) id: string;
  @Text({ max: 100 }) dataProducerId: string;
  @Foreign() sctpStreamParameters: SctpStreamParameters;
}
export class RunLineLoad {
  @Id() lineTestId: string;
  /** How long the SFU sends as fast as the line takes it, 500–5000 ms. */
  @Int({ min: 500, max: 5000 }) durationMs: number;
}
export class LineTestRef {
  @Id() lineTestId: string;
}
export class LineUpload {
  /** Bytes of `load` the SFU has received, and over how long since the first. */
  @Int({ min: 0, max: 2_000_000_000 }) receivedBytes: number;
  @Int({ min: 0, max: 600_000 }) elapsedMs: number;
}
export class FinishLineTest {
  @Id() lineTestId: string;
  @Decimal({ min: 0, max: 100_000 }) downMbps: number;
  @Decimal({ min: 0, max: 60_000 }) roundTripMs: number;
  @Decimal({ min: 0, max: 60_000 }) jitterMs: number;
  /** Of the probes, 0–100. */
  @Decimal({ min: 0, max: 100 }) lossPercent: number;
}
export class LineTest {
  @Id() id: string;
  @Id() roomId: string;
  /** Measured by the SFU. */
  @Decimal({ min: 0, max: 100_000 }) upMbps: number;
  /** Counted by the client, at most what the SFU sent. */
  @Decimal({ min: 0, max: 100_000 }) downMbps: number;
  /** The rest measured by the client. */
  @Decimal({ min: 0, max: 60_000 }) roundTripMs: number;
  @Decimal({ min: 0, max: 60_000 }) jitterMs: number;
  @Decimal({ min: 0, max: 100 }) lossPercent: number;
  @Int({ min: 1, max: 1000 }) requiredMbps: number;
  @OneOf(verdicts) verdict: Verdict;
  @Instant() measuredAt: string;
}

/** Any node takes a line test. */
export const LinePlacement = contract('media.linePlacement', {
  place: takes(Nothing).gives(LineTestPlace),
  /** A finished test, by id. */
  find: takes(LineTestRef).gives(LineTest),
});
export class LinePlacementClient extends ClientOf(LinePlacement) {}

/** TM-1b: throughput, round trip, jitter and loss against the SFU itself, over a data channel through the same ports as media. */
export const Line = nodeContract('media.@.line', {
  open: takes(OpenLineTest).gives(LineTestOpened),
  connect: takes(ConnectLineTest),
  send: takes(SendLineData).gives(LineDataOpened),
  receive: takes(ReceiveLineData).gives(LineConsumerOpened),
  /** Starts the downward load; `load` data arrives until it ends. */
  load: takes(RunLineLoad),
  upload: takes(LineTestRef).gives(LineUpload),
  finish: takes(FinishLineTest).gives(LineTest),
});
export class LineClient extends NodeClientOf(Line) {}

export const lineErrors = failures('line', {
  busy: {
    status: 429,
    vi: 'Nhiều đơn vị đang thử đường truyền, xin thử lại sau giây lát',
    en: 'Many units are testing their line, please try again in a moment',
  },
  notFound: { status: 404, vi: 'Không có lần thử đường truyền này', en: 'There is no such line test' },
  notMeasured: {
    status: 409,
    vi: 'Chưa đo được đủ hai chiều',
    en: 'Both directions have not been measured yet',
  },
});
