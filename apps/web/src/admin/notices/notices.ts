import { useSyncExternalStore } from 'react';

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'fault';
  readonly text: string;
}

/** Long enough to read twice; what asks for an answer is a dialog instead. */
const shownMs = 7000;

let notices: readonly Notice[] = [];
let last = 0;
const listeners = new Set<() => void>();

function become(next: readonly Notice[]): void {
  notices = next;
  for (const heard of listeners) heard();
}

export const dismiss = (id: number): void => become(notices.filter((one) => one.id !== id));

/** `notify('done', t('saved'))`: says below the page what has become of an action, and tells screen readers. */
export function notify(kind: Notice['kind'], text: string): void {
  last += 1;
  const id = last;
  become([...notices, { id, kind, text }].slice(-4));
  setTimeout(() => dismiss(id), shownMs);
}

const subscribe = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices);
