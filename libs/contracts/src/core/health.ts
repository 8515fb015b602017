import { contract, takes } from './contract.js';
import { Decimal, Flag, Instant, Int, ListOf, OneOf, Part, Text, TextsOf } from './fields.js';
import { Nothing } from './page.js';

/** Core NATS subject on which every replica of every service answers with its {@link ReplicaHealth}. */
export const healthSubject = 'system.health';

/** Without one of these the product is not whole. */
export const expectedServices = ['gateway', 'identity', 'meetings', 'media'] as const;

/** Something that a replica stands on. */
export class Dependency {
  @Flag() ok: boolean;
  /** Of one round trip, in ms; null when there was none. */
  @Decimal({ min: 0, max: 60_000, nullable: true }) latencyMs: number | null;
}

/** What one process says about itself. Nothing secret: no addresses, no configuration, nobody's data. */
export class ReplicaHealth {
  @Text({ max: 60, example: 'identity' }) service: string;
  /** Made at the start of the process. */
  @Text({ max: 60 }) replica: string;
  @Text({ max: 60, example: '0.1.0' }) version: string;
  @Instant() startedAt: string;
  /** Finishes what it has begun and takes nothing new. */
  @Flag() draining: boolean;
  /** Null for a service without a database. */
  @Part(() => Dependency, { nullable: true }) postgres: Dependency | null;
  @Part(() => Dependency) nats: Dependency;
  /** How late timers were at worst in the last seconds, in ms. */
  @Decimal({ min: 0, max: 600_000 }) eventLoopLagMs: number;
  /** Memory of the process, in bytes. */
  @Int({ min: 0, max: 1e15 }) rssBytes: number;
  /** Facts that wait to be told; null without a database. */
  @Int({ min: 0, max: 1e12, nullable: true }) outboxDepth: number | null;
  /** Age of the oldest job that is due and not begun, in s; null for a service without jobs. */
  @Decimal({ min: 0, max: 1e9, nullable: true }) jobLagS: number | null;
}

export const healthStates = ['healthy', 'degraded', 'down'] as const;
/** `degraded`: all parts answer, one of them is not well. `down`: a part is silent. */
export type HealthState = (typeof healthStates)[number];

export class SystemHealth {
  @Instant() at: string;
  @OneOf(healthStates) state: HealthState;
  /** By service, then by start. */
  @ListOf(() => ReplicaHealth, { max: 1000 }) replicas: ReplicaHealth[];
  /** Services of which no replica answered in time. */
  @TextsOf({ max: 20, each: 60 }) silent: string[];
}

/** Answered by the edge, which asks everybody. */
export const System = contract('system', { health: takes(Nothing).gives(SystemHealth) });
