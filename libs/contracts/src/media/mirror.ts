import type { DtlsParameters, RtpCapabilities, RtpParameters } from 'mediasoup-client/types';
import { ClientOf, contract, NodeClientOf, nodeContract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Foreign, Id, Instant, Int, ListOf, OneOf, Part, Secret, SomeOf, Text } from '../core/fields.js';
import { Nothing } from '../core/page.js';
import { type ReceivedReason, receivedReasons } from '../meetings/check-limits.js';
import { ReceivedPicture, ReceivedSound } from './mirror-figures.js';
import { IceServer } from './room.js';
import { type MediaKind, mediaKinds, OpenedTransport, Produced } from './streams.js';

export const mirrorSources = ['microphone', 'camera'] as const;
export type MirrorSource = (typeof mirrorSources)[number];

/** A mirror is not worth a result before it stood this long: a voice and a few key frames take their time. */
export const leastMirrorMs = 5000;

export class BeginMirror {
  /** Signed by meetings for one test, good once and for a minute. */
  @Secret({ max: 2000 }) ticket: string;
}
export class MirrorPlace {
  @Text({ max: 100 }) node: string;
}
export class MirrorRef {
  @Id() mirrorId: string;
}
export class MirrorOpened extends MirrorRef {
  /** Past it the mirror is gone, finished or not. */
  @Int({ min: 1000, max: 600_000 }) lifeMs: number;
  /** The first to send with, the second to receive with. */
  @ListOf(() => OpenedTransport, { max: 2 }) transports: OpenedTransport[];
  @ListOf(() => IceServer, { max: 10 }) iceServers: IceServer[];
  /** mediasoup router RTP capabilities: `Device.load` wants them. */
  @Foreign() routerRtpCapabilities: object;
}
export class ConnectMirror extends MirrorRef {
  @Text({ max: 100 }) transportId: string;
  @Foreign() dtlsParameters: DtlsParameters;
}
export class SendToMirror extends MirrorRef {
  @OneOf(mirrorSources) source: MirrorSource;
  @Foreign({ depth: 8, items: 1500 }) rtpParameters: RtpParameters;
}
export class SeeMirror extends MirrorRef {
  @OneOf(mirrorSources) source: MirrorSource;
  /** mediasoup-client `device.recvRtpCapabilities`. */
  @Foreign({ depth: 8, items: 1500 }) rtpCapabilities: RtpCapabilities;
}
export class MirrorImage {
  @Text({ max: 100 }) id: string;
  @Text({ max: 100 }) producerId: string;
  @OneOf(mediaKinds) kind: MediaKind;
  @Foreign({ depth: 8, items: 1500 }) rtpParameters: RtpParameters;
}
export class MirrorSourceRef extends MirrorRef {
  @OneOf(mirrorSources) source: MirrorSource;
}

export class MirrorProgress {
  @Int({ min: 0, max: 600_000 }) measuredMs: number;
  /** Null while no microphone is sent. */
  @Part(() => ReceivedSound, { nullable: true }) sound: ReceivedSound | null;
  /** Null while no camera is sent. */
  @Part(() => ReceivedPicture, { nullable: true }) picture: ReceivedPicture | null;
}
/** What the media server received of a site's microphone and camera, as it keeps it. */
export class MediaTest extends MirrorProgress {
  @Id() id: string;
  @Id() roomId: string;
  @Text({ max: 200 }) subject: string;
  /** Empty: sound and picture are good. By `checkLimits`. */
  @SomeOf(receivedReasons) reasons: ReceivedReason[];
  @Instant() measuredAt: string;
}

/** Any node holds up a mirror. */
export const MirrorPlacement = contract('media.mirrorPlacement', {
  place: takes(Nothing).gives(MirrorPlace),
  /** A finished test, by the mirror's id. */
  find: takes(MirrorRef).gives(MediaTest),
});
export class MirrorPlacementClient extends ClientOf(MirrorPlacement) {}

/**
 * A router of one's own for a moment (HB-8.2, TM-3): what a browser sends of microphone and camera is measured by the SFU and
 * comes back to it, as a meeting would receive it. One microphone, one camera, nobody else; gone after `lifeMs`, with the
 * socket, or when the way to it breaks.
 */
export const Mirror = nodeContract('media.@.mirror', {
  open: takes(BeginMirror).gives(MirrorOpened),
  connect: takes(ConnectMirror),
  produce: takes(SendToMirror).gives(Produced),
  /** The consumer of what was sent, paused until `ready`. */
  see: takes(SeeMirror).gives(MirrorImage),
  ready: takes(MirrorSourceRef),
  /** What the SFU has received so far. */
  look: takes(MirrorRef).gives(MirrorProgress),
  /** Keeps the figures and takes the mirror down; refused before {@link leastMirrorMs}. */
  finish: takes(MirrorRef).gives(MediaTest),
  leave: takes(MirrorRef),
});
export class MirrorClient extends NodeClientOf(Mirror) {}

export const mirrorErrors = failures('mirror', {
  busy: {
    status: 429,
    vi: 'Nhiều điểm cầu đang đo âm thanh, hình ảnh; xin thử lại sau giây lát',
    en: 'Many sites are measuring sound and picture, please try again in a moment',
  },
  ticketInvalid: {
    status: 401,
    vi: 'Vé đo không hợp lệ hoặc đã hết hạn; xin bắt đầu đo lại',
    en: 'This measuring ticket is not valid or has expired; please begin again',
  },
  ticketUsed: {
    status: 409,
    vi: 'Vé đo này đã được dùng; xin bắt đầu đo lại',
    en: 'This measuring ticket has been used; please begin again',
  },
  gone: {
    status: 410,
    vi: 'Lần đo đã kết thúc, hoặc máy chủ đang đo vừa ngừng; xin đo lại',
    en: 'This measuring is over, or the server that measured has stopped; please measure again',
  },
  notFound: {
    status: 404,
    vi: 'Không có lần đo âm thanh, hình ảnh này',
    en: 'There is no such test of sound and picture',
  },
  tooShort: {
    status: 409,
    vi: 'Đo chưa đủ lâu để kết luận',
    en: 'It has not been measured for long enough',
  },
});
