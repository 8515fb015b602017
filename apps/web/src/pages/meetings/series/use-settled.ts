import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';

/** The value once nobody has typed for a moment; the same object as long as it says the same. */
export function useSettled<T>(value: T): T {
  const text = JSON.stringify(value);
  const [settled] = useDebouncedValue(text, 350);
  return useMemo(() => JSON.parse(settled) as T, [settled]);
}
