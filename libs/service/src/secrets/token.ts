import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, in 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored: enough to recognise a token, useless to whoever reads the table. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
