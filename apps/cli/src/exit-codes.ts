import { Problem } from '@diemcau/client/problem';

/** What a script can branch on. */
export const exitCodes = {
  done: 0,
  /** Something nobody expected. */
  failed: 1,
  /** The command was typed wrongly. */
  usage: 2,
  /** No key, no login, or neither is good any more. */
  signIn: 3,
  notAllowed: 4,
  notFound: 5,
  /** What is there forbids it, or somebody else was quicker. */
  conflict: 6,
  /** The input is not valid. */
  invalid: 7,
  /** Nobody answered, or too many calls: trying again later helps. */
  later: 8,
  /** A check found something wrong: `audit verify`, `health`. */
  bad: 9,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command that ends with a code of its own; the message is for people. */
export class Exit extends Error {
  constructor(
    readonly code: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof Exit) return error.code;
  if (!(error instanceof Problem)) return exitCodes.failed;
  const { status } = error;
  if (error.passing || status === 429) return exitCodes.later;
  if (status === 401) return exitCodes.signIn;
  if (status === 403) return exitCodes.notAllowed;
  if (status === 404) return exitCodes.notFound;
  if (status === 409 || status === 412) return exitCodes.conflict;
  return status >= 400 && status < 500 ? exitCodes.invalid : exitCodes.failed;
}
