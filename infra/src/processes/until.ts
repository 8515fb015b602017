import { setTimeout as sleep } from 'node:timers/promises';

/** Asks every `everyMs` until the answer is yes; false when it never was within `withinMs`. */
export async function until(
  answer: () => Promise<boolean> | boolean,
  { withinMs, everyMs = 100 }: { withinMs: number; everyMs?: number },
): Promise<boolean> {
  const end = Date.now() + withinMs;
  do {
    if (await answer()) return true;
    await sleep(everyMs);
  } while (Date.now() < end);
  return false;
}

/** Whether a GET of this address answers 2xx within a second. */
export async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
