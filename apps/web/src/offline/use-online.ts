import { useSyncExternalStore } from 'react';

function subscribe(heard: () => void): () => void {
  addEventListener('online', heard);
  addEventListener('offline', heard);
  return () => {
    removeEventListener('online', heard);
    removeEventListener('offline', heard);
  };
}

/** What the browser believes of its network. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
