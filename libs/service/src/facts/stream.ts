import { JetStreamApiError, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import type { Nats } from '../bus/nats.js';

/** All facts of all services, kept for a week on disk; who was away longer asks the owner. */
export const factStream = 'facts';

const nanoseconds = { perSecond: 1e9 };

/** JetStream: the stream is there, but not as asked for. */
const differentConfiguration = 10058;

/** Makes the stream when it is missing and brings it up to date when it is not as configured. */
export async function ensureFactStream({ connection, config }: Nats): Promise<void> {
  const { streams } = await jetstreamManager(connection);
  const wanted = {
    name: factStream,
    num_replicas: config.factStreamReplicas,
    subjects: ['fact.>'],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: 7 * 24 * 3600 * nanoseconds.perSecond,
    duplicate_window: 600 * nanoseconds.perSecond,
  };
  try {
    await streams.add(wanted);
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== differentConfiguration) throw error;
    await streams.update(factStream, wanted);
  }
}
