import { types } from 'node:util';

/** SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown, starting up). PostgreSQL manual, appendix A. */
const goneStates = /^(08|53|57P)/;
const goneSystem = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT']);
const goneWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Is the database away, so that the same call may well work in some seconds? */
export function isDatabaseGone(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const { code, driverError, errors } = error as { code?: unknown; driverError?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.some(isDatabaseGone)) return true;
  if (typeof code === 'string' && (goneStates.test(code) || goneSystem.has(code))) return true;
  return goneWords.test(error.message) || (driverError !== error && isDatabaseGone(driverError));
}
