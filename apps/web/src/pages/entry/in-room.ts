/** Says to a reloaded tab that it was inside, so that it goes straight back. */
const key = (slug: string): string => `diemcau.inRoom.${slug}`;

export function wasInRoom(slug: string): 'guest' | 'member' | null {
  try {
    const kind = sessionStorage.getItem(key(slug));
    return kind === 'guest' || kind === 'member' ? kind : null;
  } catch {
    return null;
  }
}

export function markInRoom(slug: string, kind: 'guest' | 'member' | null): void {
  try {
    if (kind) sessionStorage.setItem(key(slug), kind);
    else sessionStorage.removeItem(key(slug));
  } catch {
    // Then a reload begins at the door.
  }
}
