import { healthSubject, type ReplicaHealth } from '@diemcau/contracts/core/health';
import { createInbox } from '@nats-io/transport-node';
import type { Nats } from '../bus/nats.js';

/** After everything expected has answered, further replicas get this long, in ms. */
const quietMs = 100;

export interface RollCall {
  /** Once each of these has answered, little more is waited for. */
  readonly expected: readonly string[];
  readonly longestMs: number;
}

/** Asks every replica of every service at once and takes what comes in time; nobody when NATS is away. */
export function rollCall(nats: Nats, { expected, longestMs }: RollCall): Promise<ReplicaHealth[]> {
  if (!nats.connected) return Promise.resolve([]);
  return new Promise((resolve) => {
    const heard: ReplicaHealth[] = [];
    let quiet: NodeJS.Timeout | undefined;
    const inbox = createInbox();
    const subscription = nats.connection.subscribe(inbox, {
      callback: (error, message) => {
        // Without data it is the server's word that nobody listens.
        if (error || message.data.length === 0) return;
        heard.push(message.json<ReplicaHealth>());
        if (expected.some((name) => !heard.some(({ service }) => service === name))) return;
        clearTimeout(quiet);
        quiet = setTimeout(done, quietMs);
      },
    });
    const longest = setTimeout(done, longestMs);
    nats.connection.publish(healthSubject, '', { reply: inbox });

    function done(): void {
      clearTimeout(longest);
      clearTimeout(quiet);
      subscription.unsubscribe();
      resolve(heard);
    }
  });
}
