/** A guest's request, kept in this browser so that a reload or a restart goes on where it was (I18). */
export interface SavedEntry {
  readonly entryId: string;
  readonly token: string;
  readonly fullName: string;
}

const key = (slug: string): string => `diemcau.entry.${slug}`;

export function savedEntry(slug: string): SavedEntry | null {
  try {
    return JSON.parse(localStorage.getItem(key(slug)) ?? 'null') as SavedEntry | null;
  } catch {
    return null;
  }
}

export function saveEntry(slug: string, entry: SavedEntry): void {
  try {
    localStorage.setItem(key(slug), JSON.stringify(entry));
  } catch {
    // Then a reload asks again.
  }
}

export function forgetEntry(slug: string): void {
  try {
    localStorage.removeItem(key(slug));
  } catch {
    // There was none.
  }
}
