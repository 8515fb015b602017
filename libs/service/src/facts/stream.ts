import { jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';

/** All facts of all services, kept for a week on disk; who was away longer asks the owner. */
export const factStream = 'facts';

const nanoseconds = { perSecond: 1e9 };

/** Makes the stream when it is missing; harmless when it is there. */
export async function ensureFactStream(connection: NatsConnection): Promise<void> {
  const manager = await jetstreamManager(connection);
  await manager.streams.add({
    name: factStream,
    subjects: ['fact.>'],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: 7 * 24 * 3600 * nanoseconds.perSecond,
    duplicate_window: 600 * nanoseconds.perSecond,
  });
}
