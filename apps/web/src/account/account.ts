import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { useSyncExternalStore } from 'react';
import { session } from '../api/rest';
import { mayBeSignedIn, rememberSignedIn } from './sign-in-hint';

/** `asking` until it is known whether the sign-in of before still holds. */
export type Account = 'asking' | CurrentUser | null;

let account: Account = mayBeSignedIn() ? 'asking' : null;
const listeners = new Set<() => void>();

function become(next: Account): void {
  account = next;
  for (const heard of listeners) heard();
}

session.onChange(() => {
  rememberSignedIn(session.user !== null);
  become(session.user);
});

/** Takes the sign-in of before up again; called once at the start. */
export async function resumeAccount(): Promise<void> {
  if (account !== 'asking') return;
  const user = await session.resume().catch(() => null);
  if (!user) rememberSignedIn(false);
  become(user);
}

const subscribe = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

/** Who is signed in. */
export const useAccount = (): Account => useSyncExternalStore(subscribe, () => account);
