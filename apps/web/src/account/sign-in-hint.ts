const storageKey = 'diemcau.signedIn';

/** Null where nothing can be remembered. */
function remembered(): boolean | null {
  try {
    return localStorage.getItem(storageKey) === 'yes';
  } catch {
    return null;
  }
}

/**
 * Whether this browser may still hold a sign-in. The cookie itself cannot be seen from here, and asking the server for
 * every guest would be a request for nothing.
 */
export const mayBeSignedIn = (): boolean => remembered() ?? true;

/** Was somebody signed in in this browser for certain? */
export const remembersSignIn = (): boolean => remembered() ?? false;

export function rememberSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(storageKey, 'yes');
    else localStorage.removeItem(storageKey);
  } catch {
    // Then the server is asked each time.
  }
}
