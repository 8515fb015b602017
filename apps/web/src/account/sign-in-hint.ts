const storageKey = 'diemcau.signedIn';

/**
 * Whether this browser may still hold a sign-in. The cookie itself cannot be seen from here, and asking the server for
 * every guest would be a request for nothing.
 */
export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'yes';
  } catch {
    return true;
  }
}

export function rememberSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(storageKey, 'yes');
    else localStorage.removeItem(storageKey);
  } catch {
    // Then the server is asked each time.
  }
}
