import type { FailureKind } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { lobbyErrors } from '@diemcau/contracts/meetings/lobby';
import type { NamePolicy } from '@diemcau/contracts/meetings/rooms';
import { isAbbreviation } from './name-key.js';
import { matchesPattern } from './name-pattern.js';

export interface GivenName {
  readonly name: string;
  /** Picked from the invited list, so the name is the unit's own. */
  readonly picked: boolean;
  /** Typed exactly as an invited unit is called, accents and punctuation apart. */
  readonly isInvitedUnit: boolean;
}

/** A name is written out when so many of its words are: «TT GDTX NX» has none. */
const fewestWrittenOut = 2;

/** Judges a guest's name by the room's policy (TM-2b): null when it will do. */
export function faultOfName(policy: NamePolicy, given: GivenName): FailureKind | null {
  if (given.picked) return policy.mode === 'typeOnly' ? lobbyErrors.typeName : null;
  if (given.isInvitedUnit) return null;
  if (policy.mode === 'pickOnly') return lobbyErrors.pickUnit;

  const words = given.name.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
  const writtenOut = words.filter((word) => isWrittenOut(word, given.name));
  if (words.length < policy.minWords || writtenOut.length < Math.min(fewestWrittenOut, policy.minWords)) {
    return lobbyErrors.nameTooShort;
  }
  return policy.pattern === null || matchesPattern(policy.pattern, given.name)
    ? null
    : lobbyErrors.namePattern;
}

/**
 * Not an abbreviation: it has a vowel (if it is in Latin letters), is not one of the usual ones, and no capitals-only word
 * among small letters.
 */
function isWrittenOut(word: string, name: string): boolean {
  const plain = folded(word);
  const shouted = name === name.toUpperCase();
  const capitals = word.length > 1 && word === word.toUpperCase();
  return (/[aeiouy]/.test(plain) || !/[a-z]/.test(plain)) && !isAbbreviation(plain) && (shouted || !capitals);
}

/** As it is kept and shown: composed letters, single spaces, nothing invisible that could make two names look alike. */
export const tidied = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
