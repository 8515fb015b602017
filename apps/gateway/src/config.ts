import { EnvInt, EnvList, EnvText, EnvUrl } from '@diemcau/service/config/config';

/** The public port and what is served on it. */
export class GatewayConfig {
  /** Address to listen on. */
  @EnvText('HOST', { fallback: '127.0.0.1', example: '0.0.0.0' }) host: string;

  /** 0 takes a free one. */
  @EnvInt('PORT', { min: 0, max: 65_535, fallback: 8080, example: '8080' }) port: number;

  /** The address people type. Cookies are for TLS only, and browsers are told to stay with it, when it is https. */
  @EnvUrl('PUBLIC_URL', ['http', 'https'], {
    fallback: 'http://localhost:8080',
    example: 'https://hop.sogddt.vn',
  })
  publicUrl: string;

  /** Signs access tokens; the same as identity's. At least 32 characters. */
  @EnvText('ACCESS_TOKEN_SECRET', { min: 32, max: 500, example: 'f3c1…64 hexadecimal digits' })
  accessTokenSecret: string;

  /** The built web client; without it only the interfaces are served. */
  @EnvText('WEB_DIR', { fallback: '', example: '/srv/diemcau/web' }) webDir: string;

  /** Addresses or networks of the proxies in front, whose X-Forwarded-For is believed. */
  @EnvList('TRUSTED_PROXIES', { fallback: [], example: '10.0.0.0/8,127.0.0.1' })
  trustedProxies: readonly string[];

  /** Largest request body and socket message, in bytes. A series with its 1,000 sites takes some 80,000. */
  @EnvInt('BODY_LIMIT_BYTES', { min: 1024, max: 10_000_000, fallback: 262_144, example: '262144' })
  bodyLimitBytes: number;
}

/**
 * How much one account, or one address without an account, may ask in a minute; all of it at once if need be. Counted by
 * each replica for itself.
 */
export class LimitsConfig {
  @EnvInt('LIMIT_READS_PER_MINUTE', { min: 1, max: 10_000_000, fallback: 1200, example: '1200' })
  read: number;

  @EnvInt('LIMIT_WRITES_PER_MINUTE', { min: 1, max: 10_000_000, fallback: 300, example: '300' })
  write: number;

  /** Sign-in and its renewal, by address; a school's machines often share one. */
  @EnvInt('LIMIT_SIGN_INS_PER_MINUTE', { min: 1, max: 10_000_000, fallback: 60, example: '60' })
  signIn: number;

  /** Asking to enter a room, by address. */
  @EnvInt('LIMIT_KNOCKS_PER_MINUTE', { min: 1, max: 10_000_000, fallback: 60, example: '60' })
  knock: number;

  /** Line tests begun, by address: each takes a share of a media node's line. */
  @EnvInt('LIMIT_LINE_TESTS_PER_MINUTE', { min: 1, max: 10_000_000, fallback: 20, example: '20' })
  lineTest: number;

  /** Sockets opened, by address. */
  @EnvInt('LIMIT_SOCKETS_PER_MINUTE', { min: 1, max: 10_000_000, fallback: 600, example: '600' })
  socket: number;

  /** Messages of one socket. Past it they are refused; past twice as much the socket is closed. */
  @EnvInt('LIMIT_MESSAGES_PER_MINUTE', { min: 1, max: 10_000_000, fallback: 1800, example: '1800' })
  message: number;

  /** Sockets open at the same time from one address. */
  @EnvInt('MAX_SOCKETS_PER_ADDRESS', { min: 1, max: 1_000_000, fallback: 1000, example: '1000' })
  socketsPerAddress: number;
}
