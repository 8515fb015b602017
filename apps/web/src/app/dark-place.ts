import { useEffect, useSyncExternalStore } from 'react';

let dark = false;
const listeners = new Set<() => void>();

function become(next: boolean): void {
  dark = next;
  if (next) document.documentElement.dataset.place = 'room';
  else delete document.documentElement.dataset.place;
  for (const heard of listeners) heard();
}

const subscribe = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

/** Whether the page shown is one of the dark ones. */
export const useDark = (): boolean => useSyncExternalStore(subscribe, () => dark);

/** Makes everything dark and larger for as long as the component is shown: the live room, the control room. */
export function useDarkPlace(): void {
  useEffect(() => {
    become(true);
    return () => become(false);
  }, []);
}
