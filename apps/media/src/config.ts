import { lastN } from '@diemcau/contracts/media/streams';
import { ConfigError, EnvInt, EnvList, EnvText, loadConfig } from '@diemcau/service/config/config';

/** One media node: where it can be reached and how much it takes. */
export class MediaConfig {
  /** Stable over restarts, unlike any other node's (a StatefulSet's pod name): operations are addressed to it. */
  @EnvText('MEDIA_NODE_ID', { max: 60, example: 'media-0' }) nodeId: string;

  /** What `meetings` signs tickets with. At least 32 characters. */
  @EnvText('TICKET_SECRET', { min: 32, example: '(64 random hex digits)' }) ticketSecret: string;

  /** Local address the SFU listens on. */
  @EnvText('MEDIA_LISTEN_IP', { fallback: '0.0.0.0', example: '0.0.0.0' }) listenIp: string;

  /** Address clients reach the SFU at, when it is not the one it listens on. */
  @EnvText('MEDIA_ANNOUNCED_ADDRESS', { min: 0, fallback: '', example: '203.0.113.7' })
  announcedAddress: string;

  /** First port, UDP and TCP; worker i uses MEDIA_PORT + i. */
  @EnvInt('MEDIA_PORT', { min: 1024, max: 65_000, fallback: 44_400, example: '44400' }) port: number;

  /** mediasoup workers; 0 means one per core. */
  @EnvInt('MEDIA_WORKERS', { min: 0, max: 128, fallback: 0, example: '4' }) workers: number;

  /** Consumers a worker takes before a room spreads to another. One core forwards about 800 at 1 Mbit/s. */
  @EnvInt('MEDIA_WORKER_CONSUMERS', { min: 1, max: 5000, fallback: 500, example: '500' })
  workerConsumers: number;

  /** Seats on this node; past it `room.full`. */
  @EnvInt('MEDIA_MAX_SEATS', { min: 1, max: 20_000, fallback: 2000, example: '2000' }) maxSeats: number;

  /** Cameras a viewer gets at once. */
  @EnvInt('MEDIA_LAST_N', { min: 1, max: 49, fallback: lastN, example: '9' }) lastN: number;

  /** What one seat may send in all, in kbit/s. */
  @EnvInt('MEDIA_MAX_INCOMING_KBPS', { min: 100, max: 50_000, fallback: 6000, example: '6000' })
  maxIncomingKbps: number;

  /** Line tests at once on this node. */
  @EnvInt('MEDIA_LINE_TESTS', { min: 1, max: 100, fallback: 10, example: '10' }) lineTests: number;

  /** Sites measuring sound and picture at once on this node: each sends and receives one picture. */
  @EnvInt('MEDIA_MIRRORS', { min: 1, max: 200, fallback: 10, example: '10' }) mirrors: number;

  /** What one of them is asked to keep to, in kbit/s; who sends twice as much is cut off. */
  @EnvInt('MEDIA_MIRROR_KBPS', { min: 500, max: 20_000, fallback: 2500, example: '2500' })
  mirrorKbps: number;

  /** How long one of them stands at most, in ms. */
  @EnvInt('MEDIA_MIRROR_MS', { min: 10_000, max: 300_000, fallback: 60_000, example: '60000' })
  mirrorMs: number;

  /** How long a lost socket's seat and transports wait, in ms. */
  @EnvInt('MEDIA_SEAT_GRACE_MS', { min: 1000, max: 300_000, fallback: 30_000, example: '30000' })
  seatGraceMs: number;

  /** How long a room stays a dead node's, in ms. */
  @EnvInt('MEDIA_LEASE_MS', { min: 1000, max: 60_000, fallback: 5000, example: '5000' }) leaseMs: number;

  /** An empty room's session ends after this long, in ms: roles and chat of the next meeting start afresh. */
  @EnvInt('MEDIA_EMPTY_ROOM_MS', { min: 1000, max: 86_400_000, fallback: 900_000, example: '900000' })
  emptyRoomMs: number;

  @EnvList('TURN_URLS', {
    fallback: [],
    example: 'turn:turn.example.vn:3478?transport=udp,turns:turn.example.vn:443',
  })
  turnUrls: readonly string[];

  /** Shared with the TURN server (coturn `static-auth-secret`) for short-lived credentials; needed with TURN_URLS. */
  @EnvText('TURN_SECRET', { min: 0, fallback: '', example: '(64 random hex digits)' }) turnSecret: string;
}

/** @throws ConfigError also for values that are right alone and wrong together */
export function loadMediaConfig(): MediaConfig {
  const config = loadConfig(MediaConfig);
  if (/^(0\.0\.0\.0|::)$/.test(config.listenIp) && config.announcedAddress === '') {
    throw new ConfigError(
      'MEDIA_ANNOUNCED_ADDRESS is not set, and MEDIA_LISTEN_IP names no address that clients could reach. ' +
        'Example: MEDIA_ANNOUNCED_ADDRESS=203.0.113.7',
    );
  }
  if (config.turnUrls.length > 0 && config.turnSecret === '') {
    throw new ConfigError('TURN_URLS is set and TURN_SECRET is not: clients would have no credentials.');
  }
  return config;
}
