import { OperatorError } from '../operator-error.ts';
import type { Supervisor } from './supervisor.ts';
import { until } from './until.ts';

const CRASHES_AT_START = 3;

/** Waits for a process's first readiness; one that keeps crashing instead fails at once, with the end of its log. */
export async function firstReady(
  supervisor: Supervisor,
  name: string,
  isReady: () => Promise<boolean>,
  withinMs = 60_000,
): Promise<void> {
  const crashed = (): boolean => supervisor.crashesOf(name) >= CRASHES_AT_START;
  await until(async () => crashed() || (await isReady()), { withinMs });
  if (!crashed() && (await isReady())) return;
  throw new OperatorError({
    vi: `${name} không khởi động được; nhật ký ${supervisor.process(name).logPath} kết thúc bằng:\n${supervisor.logTail(name)}`,
    en: `${name} did not start (its log ends as shown).`,
  });
}

/** Waits until a process that may be crashing and coming back is ready. */
export async function readyAgain(
  name: string,
  isReady: () => Promise<boolean>,
  withinMs = 60_000,
): Promise<void> {
  if (await until(isReady, { withinMs })) return;
  throw new Error(`${name} was not ready again within ${withinMs} ms`);
}
