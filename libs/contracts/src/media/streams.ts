import type {
  DtlsParameters,
  IceCandidate,
  IceParameters,
  RtpCapabilities,
  RtpParameters,
} from 'mediasoup-client/types';
import { NodeClientOf, nodeContract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Decimal, Flag, Foreign, Id, Ids, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { pushes } from '../core/messages.js';
import { Nothing } from '../core/page.js';

export const sources = ['microphone', 'camera', 'screen', 'screenAudio'] as const;
export type Source = (typeof sources)[number];
export const mediaKinds = ['audio', 'video'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** Each source's kind: anything else is refused. */
export const kindOf: Record<Source, MediaKind> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  screenAudio: 'audio',
};

export const directions = ['send', 'receive'] as const;
export type Direction = (typeof directions)[number];

/** Cameras a viewer gets at once unless the installation says otherwise. */
export const lastN = 9;

export class StreamView {
  @Id() peerId: string;
  @OneOf(sources) source: Source;
  /** Muted by its owner or by a host: nothing flows. */
  @Flag() paused: boolean;
}
/** Who sends what now. Not part of the log: it is rebuilt with the media. */
export class StreamsView {
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  @ListOf(() => StreamView, { max: 4000 }) streams: StreamView[];
  /** Peers whose socket is lost and whose seat waits. */
  @Ids({ max: 2000 }) away: string[];
}

export class OpenTransport {
  @OneOf(directions) direction: Direction;
  /** mediasoup-client `device.rtpCapabilities`; needed once, with the receiving transport. */
  @Foreign({ depth: 8, items: 1500, optional: true }) rtpCapabilities?: RtpCapabilities;
}
export class OpenedTransport {
  @Text({ max: 100 }) id: string;
  @Foreign() iceParameters: IceParameters;
  /** ICE candidates (RFC 8445), wrapped. */
  @Foreign() candidates: { readonly list: IceCandidate[] };
  @Foreign() dtlsParameters: DtlsParameters;
}
export class ConnectTransport {
  @Text({ max: 100 }) transportId: string;
  @Foreign() dtlsParameters: DtlsParameters;
}
export class TransportRef {
  @Text({ max: 100 }) transportId: string;
}
export class RestartedIce {
  @Foreign() iceParameters: IceParameters;
}

export class Produce {
  @Text({ max: 100 }) transportId: string;
  @OneOf(sources) source: Source;
  @Foreign({ depth: 8, items: 1500 }) rtpParameters: RtpParameters;
  @Flag({ optional: true }) paused?: boolean;
}
export class Produced {
  @Text({ max: 100 }) producerId: string;
}
export class SourceRef {
  @OneOf(sources) source: Source;
}
export class SetPaused {
  @OneOf(sources) source: Source;
  @Flag() paused: boolean;
}

/** One video tile as the viewer's screen shows it. */
export class Tile {
  @Id() peerId: string;
  @OneOf(['camera', 'screen']) source: 'camera' | 'screen';
  /** In device pixels; 0 × 0 for a tile that cannot be seen, which then costs nothing. */
  @Int({ min: 0, max: 16_384 }) width: number;
  @Int({ min: 0, max: 16_384 }) height: number;
}
/** The viewer's whole wish, declared anew each time: what is not in it is not sent. Sound is always sent. */
export class Watch {
  @ListOf(() => Tile, { max: 300 }) tiles: Tile[];
}
export class ConsumerView {
  @Text({ max: 100 }) id: string;
  @Text({ max: 100 }) producerId: string;
  @Id() peerId: string;
  @OneOf(sources) source: Source;
  @OneOf(mediaKinds) kind: MediaKind;
  @Foreign({ depth: 8, items: 1500 }) rtpParameters: RtpParameters;
}
export class Watching {
  /** Everything the viewer has now; what the client holds beyond it is closed, what is new starts after `ready`. */
  @ListOf(() => ConsumerView, { max: 1000 }) consumers: ConsumerView[];
  @Int({ min: 0, max: 2_000_000_000 }) streamsVersion: number;
}
export class ConsumerRef {
  @Text({ max: 100 }) id: string;
}
export class ReadyConsumers {
  @ListOf(() => ConsumerRef, { max: 1000 }) consumers: ConsumerRef[];
}

/** Highest simulcast layer anybody watches; -1: nobody, send nothing. */
export class LayerWish {
  @OneOf(['camera', 'screen']) source: 'camera' | 'screen';
  @Int({ min: -1, max: 2 }) maxSpatialLayer: number;
}
export class LayerWishes {
  /** Later wishes have a higher one; answers and pushes may overtake each other. */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  @ListOf(() => LayerWish, { max: 2 }) wishes: LayerWish[];
}

/** Media of one seat, answered by the node of its room. */
export const Streams = nodeContract('media.@.streams', {
  openTransport: takes(OpenTransport).gives(OpenedTransport),
  connectTransport: takes(ConnectTransport),
  restartIce: takes(TransportRef).gives(RestartedIce),
  /** Refused for a Participant whatever the client says (TM-2c). One producer per source. */
  produce: takes(Produce).gives(Produced),
  setPaused: takes(SetPaused),
  close: takes(SourceRef),
  watch: takes(Watch).gives(Watching),
  /** The client has made these consumers: let media flow. */
  ready: takes(ReadyConsumers),
  /** What the viewers of one's own pictures need now. */
  wishes: takes(Nothing).gives(LayerWishes),
});
export class StreamsClient extends NodeClientOf(Streams) {}

export class AudioLevel {
  @Id() peerId: string;
  /** -127 (silent) to 0 (loudest). RFC 6464. */
  @Int({ min: -127, max: 0 }) dbov: number;
}
export class Levels {
  /** Dominant speaker; null when nobody has spoken. */
  @Id({ nullable: true }) speaker: string | null;
  @ListOf(() => AudioLevel, { max: 50 }) levels: AudioLevel[];
  /** The room's version, so that a lost last event is noticed. */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  @Int({ min: 0, max: 2_000_000_000 }) streamsVersion: number;
}
export class LineQuality {
  /** 0 (unusable) – 10 (perfect), from the SFU's receiver reports; null while nothing flows that way. */
  @Decimal({ min: 0, max: 10, nullable: true }) up: number | null;
  @Decimal({ min: 0, max: 10, nullable: true }) down: number | null;
}
export class MediaRebuilt {
  /** New home of the transports: make new ones, nothing else changed. */
  @Text({ max: 200 }) mediaId: string;
}

export const StreamPushes = pushes('media.streams', {
  changed: StreamsView,
  levels: Levels,
  /** To one peer. */
  wishes: LayerWishes,
  /** To one peer. */
  quality: LineQuality,
  /** A media worker died; the room has a new one. */
  rebuilt: MediaRebuilt,
});

export const streamErrors = failures('streams', {
  mayNotProduce: {
    status: 403,
    vi: 'Bạn chưa được cấp quyền phát hình và tiếng',
    en: 'You have not been granted picture and sound',
  },
  sourceTaken: {
    status: 409,
    vi: 'Nguồn hình hoặc tiếng này đang được phát',
    en: 'This source is being sent already',
  },
  noTransport: { status: 409, vi: 'Kênh truyền chưa được mở', en: 'The transport has not been opened' },
  noProducer: { status: 404, vi: 'Nguồn này không được phát', en: 'This source is not being sent' },
  badParameters: {
    status: 400,
    vi: 'Tham số hình và tiếng không được hỗ trợ',
    en: 'The media parameters are not supported',
  },
  needsCapabilities: {
    status: 409,
    vi: 'Trình duyệt chưa cho biết khả năng nhận hình và tiếng',
    en: 'The receiving transport was opened without RTP capabilities',
  },
});
