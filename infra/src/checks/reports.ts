import { readFileSync } from 'node:fs';
import type { Outcome } from './outcome.ts';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Files that could not even be loaded: none of their tests is counted. */
  numRuntimeErrorTestSuites: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

export function jestOutcome(file: string, exitCode: number): Outcome {
  const report = read<JestReport>(file);
  const failed = report ? report.numFailedTests + report.numRuntimeErrorTestSuites : 0;
  return trusted({ passed: report?.numPassedTests ?? 0, failed }, exitCode);
}

export function playwrightOutcome(file: string, exitCode: number): Outcome {
  const report = read<PlaywrightReport>(file);
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return trusted({ passed: expected + flaky, failed: unexpected + (report?.errors.length ?? 0) }, exitCode);
}

/** A runner that failed without naming a failed test (it crashed, it found none) has failed all the same. */
function trusted(outcome: Outcome, exitCode: number): Outcome {
  return exitCode !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
