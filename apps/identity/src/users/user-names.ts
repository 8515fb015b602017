import { folded } from '@diemcau/contracts/core/folded';
import { nameParts } from './names.js';

const longest = { initials: 6, given: 20, unit: 24 } as const;

const letters = (text: string): string => folded(text).replace(/[^a-z0-9]/g, '');

/**
 * The user name that a person would have if nobody else had it: initials, given name, the unit's code. Nguyễn Văn An of
 * THPT-NX1 is `nvan.thptnx1`.
 */
export function userNameOf(fullName: string, unitCode: string): string {
  const { family, middle, given } = nameParts(fullName);
  const initials = `${family} ${middle}`.split(' ').map((word) => letters(word).slice(0, 1));
  const own = initials.join('').slice(0, longest.initials) + letters(given).slice(0, longest.given);
  const unit = letters(unitCode).slice(0, longest.unit);
  return [own || 'u', unit].filter((part) => part !== '').join('.');
}

/** The n-th choice: `nvan.thptnx1`, `nvan2.thptnx1`, `nvan3.thptnx1` … @param n from 1 */
export function nthUserName(userName: string, n: number): string {
  if (n === 1) return userName;
  const [own = '', ...unit] = userName.split('.');
  return [`${own}${n}`, ...unit].join('.');
}

/** The first choice that is not taken. */
export function freeUserName(userName: string, isTaken: (name: string) => boolean): string {
  let n = 1;
  while (isTaken(nthUserName(userName, n))) n += 1;
  return nthUserName(userName, n);
}
