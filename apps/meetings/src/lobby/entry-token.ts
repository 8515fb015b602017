import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, in 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Takes the same time wherever the two differ, and also when there is nothing to compare with. */
export function isTokenOf(token: string, hash: Buffer | undefined): boolean {
  const right = timingSafeEqual(hashOf(token), hash ?? hashOf(''));
  return right && hash !== undefined;
}
