import {
  expectedServices,
  type HealthState,
  type ReplicaHealth,
  type SystemHealth,
} from '@diemcau/contracts/core/health';

/** Timers later than this, in ms, or jobs older, in s, are felt by people. */
const lateMs = 250;
const lateJobsS = 300;
/** So many facts waiting mean that they do not get through. */
const stuckFacts = 1000;

/** Puts the answers in order and says what they mean. */
export function judged(replicas: readonly ReplicaHealth[], at: Date): SystemHealth {
  const silent = expectedServices.filter((name) => !replicas.some(({ service }) => service === name));
  const sorted = [...replicas].sort(
    (one, other) =>
      one.service.localeCompare(other.service) ||
      one.startedAt.localeCompare(other.startedAt) ||
      one.replica.localeCompare(other.replica),
  );
  return { at: at.toISOString(), state: stateOf(silent, sorted), replicas: sorted, silent: [...silent] };
}

function stateOf(silent: readonly string[], replicas: readonly ReplicaHealth[]): HealthState {
  if (silent.length > 0) return 'down';
  return replicas.every(isWell) ? 'healthy' : 'degraded';
}

const isWell = ({ postgres, nats, eventLoopLagMs, outboxDepth, jobLagS, draining }: ReplicaHealth): boolean =>
  !draining &&
  nats.ok &&
  (postgres?.ok ?? true) &&
  eventLoopLagMs < lateMs &&
  (outboxDepth ?? 0) < stuckFacts &&
  (jobLagS ?? 0) < lateJobsS;
