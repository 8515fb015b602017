import type { Source } from '@diemcau/contracts/media/streams';
import type { RoomMedia } from './media.js';

/** What one received stream does, since it began. W3C webrtc-stats names. */
export interface ReceivedDetails {
  readonly peerId: string;
  readonly source: Source;
  readonly bytesReceived: number;
  readonly packetsLost: number;
  readonly jitterMs: number;
  /** Pictures. */
  readonly framesDecoded: number;
  readonly framesPerSecond: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  readonly freezeCount: number;
  /** Sound: 0 while nothing but silence came. */
  readonly totalAudioEnergy: number;
}

/** One layer that is sent. */
export interface SentDetails {
  readonly source: Source;
  readonly layer: string;
  readonly active: boolean;
  readonly bytesSent: number;
  readonly framesPerSecond: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** `none`, `cpu`, `bandwidth` or `other`. */
  readonly limitedBy: string;
}

/** The way to the server that is in use. */
export interface PathDetails {
  readonly direction: 'send' | 'recv';
  readonly state: string;
  readonly protocol: string;
  readonly remote: string;
  readonly roundTripMs: number;
}

export interface ConnectionDetails {
  readonly received: ReceivedDetails[];
  readonly sent: SentDetails[];
  readonly paths: PathDetails[];
}

type Row = Record<string, unknown>;

const rows = (report: RTCStatsReport, type: string): Row[] =>
  [...report.values()].filter((row: Row) => row.type === type) as Row[];
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** For the page's connection details, for support, and for whoever must prove that picture and sound flow. */
export async function connectionDetails(media: RoomMedia): Promise<ConnectionDetails> {
  const [received, sent, paths] = await Promise.all([
    Promise.all(media.receiving.list().map(async (one) => receivedOf(one.appData, await one.getStats()))),
    Promise.all(
      media.sending.producers
        .list()
        .map(async ({ source, producer }) =>
          sentOf(source, producer.rtpSender?.getParameters().encodings ?? [], await producer.getStats()),
        ),
    ),
    Promise.all(
      media.transports.map(async (transport) =>
        pathsOf(transport.direction, transport.connectionState, await transport.getStats()),
      ),
    ),
  ]);
  return { received: received.flat(), sent: sent.flat(), paths: paths.flat() };
}

function receivedOf(of: { peerId: string; source: Source }, report: RTCStatsReport): ReceivedDetails[] {
  return rows(report, 'inbound-rtp').map((row) => ({
    peerId: of.peerId,
    source: of.source,
    bytesReceived: count(row.bytesReceived),
    packetsLost: count(row.packetsLost),
    jitterMs: count(row.jitter) * 1000,
    framesDecoded: count(row.framesDecoded),
    framesPerSecond: count(row.framesPerSecond),
    frameWidth: count(row.frameWidth),
    frameHeight: count(row.frameHeight),
    freezeCount: count(row.freezeCount),
    totalAudioEnergy: count(row.totalAudioEnergy),
  }));
}

function sentOf(
  source: Source,
  encodings: readonly RTCRtpEncodingParameters[],
  report: RTCStatsReport,
): SentDetails[] {
  return rows(report, 'outbound-rtp').map((row) => ({
    source,
    layer: words(row.rid),
    active: encodings.find(({ rid }) => rid === row.rid)?.active ?? true,
    bytesSent: count(row.bytesSent),
    framesPerSecond: count(row.framesPerSecond),
    frameWidth: count(row.frameWidth),
    frameHeight: count(row.frameHeight),
    limitedBy: words(row.qualityLimitationReason),
  }));
}

function pathsOf(direction: 'send' | 'recv', state: string, report: RTCStatsReport): PathDetails[] {
  const remotes = new Map(rows(report, 'remote-candidate').map((row) => [row.id, row]));
  return rows(report, 'candidate-pair')
    .filter((pair) => pair.nominated === true && pair.state === 'succeeded')
    .map((pair) => {
      const remote = remotes.get(pair.remoteCandidateId);
      return {
        direction,
        state,
        protocol: words(remote?.protocol),
        remote: `${words(remote?.address)}:${count(remote?.port)}`,
        roundTripMs: count(pair.currentRoundTripTime) * 1000,
      };
    });
}
