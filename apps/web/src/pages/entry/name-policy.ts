import type { NamePolicy } from '@diemcau/contracts/meetings/rooms';

export interface EntryName {
  readonly fullName: string;
  /** Picked from the invited list. */
  readonly unitId?: string;
}

export type NameFault = 'empty' | 'tooShort' | 'pattern' | 'pickUnit';

/**
 * What the server would say of a name, known before the long way through the tests. The server judges again when the
 * guest asks to enter; only it decides (TM-2b).
 */
export function faultOfName(name: EntryName, policy: NamePolicy): NameFault | null {
  const typed = name.fullName.normalize('NFC').trim();
  if (typed.length < 2) return 'empty';
  if (name.unitId) return null;
  if (policy.mode === 'pickOnly') return 'pickUnit';
  if (typed.split(/\s+/).length < policy.minWords) return 'tooShort';
  return matches(policy.pattern, typed) ? null : 'pattern';
}

function matches(pattern: string | null, name: string): boolean {
  if (pattern === null) return true;
  try {
    return new RegExp(pattern, 'iu').test(name);
  } catch {
    return true; // left to the server
  }
}
