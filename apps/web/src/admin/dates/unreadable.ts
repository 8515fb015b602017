import { type RefObject, useEffect, useRef } from 'react';

/** Of a field whose text cannot be read: says so to its form, in the words that stand below it; null when it can. */
export function useUnreadable(words: string | null): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.setCustomValidity(words ?? ''), [words]);
  return field;
}

/**
 * Goes to the first field whose text cannot be read, and says whether there is one: nothing is sent then, for what is sent
 * would not be what stands there.
 */
export function goToUnreadable(within: ParentNode = document): boolean {
  const field = [...within.querySelectorAll('input')].find(({ validity }) => validity.customError);
  field?.focus();
  return field !== undefined;
}
