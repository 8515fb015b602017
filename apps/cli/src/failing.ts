import { Problem } from '@diemcau/client/problem';
import { InvalidArgumentError } from 'commander';
import { Exit, exitCodes } from './exit-codes.js';
import { faultText } from './faults.js';
import type { Say } from './language.js';

/** What could not be opened, read or written on this machine. */
const isOfFile = (error: unknown): error is { readonly path: string; readonly code: string } =>
  typeof error === 'object' &&
  error !== null &&
  'path' in error &&
  typeof error.path === 'string' &&
  'code' in error &&
  typeof error.code === 'string';

/** What libraries throw, as a failure of a command; everything else as it is. */
export function understood(error: unknown, say: Say): unknown {
  if (error instanceof InvalidArgumentError) return new Exit(exitCodes.usage, error.message);
  if (!isOfFile(error)) return error;
  return new Exit(
    exitCodes.usage,
    say(`Không mở được tệp «${error.path}» (${error.code}).`, `Cannot open "${error.path}" (${error.code}).`),
  );
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** For scripts. */
export function problemOf(error: unknown): object {
  if (!(error instanceof Problem)) return { code: 'client.failed', title: textOf(error) };
  const { code, status, title, errors, details, requestId } = error;
  return { code, status, title, errors, details, requestId };
}

/** For people. */
export function messageOf(error: unknown, say: Say): string {
  if (!(error instanceof Problem)) return textOf(error);
  if (error.status === 0) {
    return say('Không kết nối được; kiểm tra DIEMCAU_URL.', 'Nobody answers; is DIEMCAU_URL right?');
  }
  const faults = error.errors.map((fault) => `  ${faultText(fault, say)}`);
  const request = error.requestId === null ? '' : ` (${error.requestId})`;
  return [`${error.title || error.code}${request}`, ...faults].join('\n');
}
