import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A key as it is told to its maker, once. */
export interface NewKey {
  readonly id: string;
  readonly token: string;
  readonly hash: Buffer;
}

/**
 * SHA-256 without salt and stretching is right here: the secret is 256 random bits, so there is nothing to guess, and a
 * slow hash would only slow down whoever uses the key (ADR 38).
 */
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export function newKey(): NewKey {
  const id = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  return { id, token: `dck_${id.replaceAll('-', '')}_${secret}`, hash: hashOfSecret(secret) };
}
