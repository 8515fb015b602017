import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 256 random bits, in 43 characters. */
export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

/** What is stored: enough to recognise a token, useless to whoever reads the table. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * The token that follows. Always the same one, so that several tabs refreshing at once with the same token get the same
 * successor, although the server keeps no token.
 */
export const successorOf = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(`refresh ${token}`).digest('base64url');
