import { Problem } from '@diemcau/client/problem';
import { useCallback, useRef, useState } from 'react';
import { useCountdown } from './use-countdown';

export interface Attempt {
  readonly busy: boolean;
  /** What went wrong the last time; null when nothing did. */
  readonly error: unknown;
  /** Seconds until the server listens again; 0 when it does now. */
  readonly waitS: number;
  /** Does it unless it is being done; a failure is kept in {@link error}. @returns whether it worked */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
  readonly clear: () => void;
}

/** Something that a press does, that may fail, and that the server may ask to do slower. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [until, setUntil] = useState<number | null>(null);
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (failure) {
      setError(failure);
      const slower = failure instanceof Problem && failure.status === 429 ? failure.retryAfterMs : null;
      setUntil(slower === null ? null : Date.now() + slower);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setError(null), []);
  return { busy, error, waitS: useCountdown(until), run, clear };
}
