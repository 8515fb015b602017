import { useEffect, useState } from 'react';

/** Whole seconds until then, counted down; 0 when it is over or there is nothing to wait for. */
export function useCountdown(untilMs: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  const over = untilMs === null || untilMs <= now;
  useEffect(() => {
    if (over) return;
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [over, untilMs]);
  return over ? 0 : Math.ceil((untilMs - now) / 1000);
}

/** `2:05`, `0:09`. */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
