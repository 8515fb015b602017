import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** 256 random bits, written as receivers' libraries expect them. */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

export interface Message {
  readonly id: string;
  /** Unix time in seconds, of the attempt. */
  readonly timestamp: number;
  readonly payload: string;
}

/**
 * The headers of standardwebhooks.com.
 * @param secrets all that are valid now, the newest first; while one is being changed for another both sign
 */
export function signedHeaders({ id, timestamp, payload }: Message, secrets: readonly string[]) {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
