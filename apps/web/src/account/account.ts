import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { Problem } from '@diemcau/client/problem';
import { useSyncExternalStore } from 'react';
import { session } from '../api/rest';
import { mayBeSignedIn, rememberSignedIn, remembersSignIn } from './sign-in-hint';

/** `asking` until it is known whether the sign-in of before still holds. */
export type Account = 'asking' | CurrentUser | null;

let account: Account = mayBeSignedIn() ? 'asking' : null;
/** Nobody has answered yet whether it holds. */
let unanswered = false;
/** Somebody was signed in here when the page was loaded, and that was over. */
let wasOver = false;
const listeners = new Set<() => void>();

function tell(): void {
  for (const heard of listeners) heard();
}

function settle(next: Account): void {
  account = next;
  unanswered = false;
  tell();
}

session.onChange(() => {
  rememberSignedIn(session.user !== null);
  if (session.user) wasOver = false;
  settle(session.user);
});

/** Takes the sign-in of before up again; called once at the start. A system that restarts signs nobody out: it is waited for. */
export async function resumeAccount(): Promise<void> {
  for (let waitMs = 500; account === 'asking'; waitMs = Math.min(2 * waitMs, 5000)) {
    try {
      const user = await session.resume();
      if (!user) {
        wasOver = remembersSignIn();
        rememberSignedIn(false);
      }
      return settle(user);
    } catch (error) {
      if (!(error instanceof Problem)) {
        settle(null);
        throw error;
      }
      unanswered = true;
      tell();
      await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs ?? waitMs));
    }
  }
}

const subscribe = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

/** Did the last sign-in here end without whoever sits here having signed out? */
export const isSignedOutElsewhere = (): boolean => wasOver || session.wasEnded;

/** Who is signed in. */
export const useAccount = (): Account => useSyncExternalStore(subscribe, () => account);

/** True while it is waited for a server that says who is signed in. */
export const useUnanswered = (): boolean => useSyncExternalStore(subscribe, () => unanswered);
