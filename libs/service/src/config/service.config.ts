import { EnvInt, EnvOneOf, EnvText, EnvUrl } from './config.js';

/** How to reach the bus. */
export class BusConfig {
  @EnvUrl('NATS_URL', ['nats', 'tls'], { example: 'nats://user:password@127.0.0.1:4222' }) natsUrl: string;

  /** A request without an answer is a failure after this long, in ms. */
  @EnvInt('BUS_TIMEOUT_MS', { min: 100, max: 60_000, fallback: 5000, example: '5000' }) timeoutMs: number;

  /** How long a stopping service may finish what it has begun, in ms. */
  @EnvInt('DRAIN_MS', { min: 0, max: 60_000, fallback: 5000, example: '5000' }) drainMs: number;

  /** Copies of the stream that keeps the facts: 3 in a NATS cluster of three, 1 with a single server. */
  @EnvInt('FACT_STREAM_REPLICAS', { min: 1, max: 5, fallback: 1, example: '3' }) factStreamReplicas: number;
}

export class DatabaseConfig {
  /** One database for the house; each service has a schema of its own in it and makes it at its first start. */
  @EnvUrl('DATABASE_URL', ['postgres', 'postgresql'], {
    example: 'postgres://user:password@127.0.0.1:5432/diemcau',
  })
  databaseUrl: string;

  /** Connections per process. */
  @EnvInt('DATABASE_POOL', { min: 1, max: 100, fallback: 10, example: '10' }) pool: number;
}

export class HealthConfig {
  /** /healthz, /readyz and /metrics; never the public port. 0 takes a free one. */
  @EnvInt('HEALTH_PORT', { min: 0, max: 65_535, fallback: 0, example: '9100' }) port: number;

  /** Address of that port; another than loopback only where the network keeps strangers away from it. */
  @EnvText('HEALTH_HOST', { fallback: '127.0.0.1', example: '0.0.0.0' }) host: string;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export class LogConfig {
  /** The least severe that is written. */
  @EnvOneOf('LOG_LEVEL', logLevels, { fallback: 'info', example: 'info' }) level: (typeof logLevels)[number];
}
