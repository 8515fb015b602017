import { createHmac } from 'node:crypto';

/**
 * The token that follows. Always the same one, so that several tabs refreshing at once with the same token get the same
 * successor, although the server keeps no token.
 */
export const successorOf = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(`refresh ${token}`).digest('base64url');
