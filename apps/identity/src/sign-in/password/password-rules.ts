import { folded } from '@diemcau/contracts/core/folded';
import type { FailureKind } from '@diemcau/contracts/core/failure';
import { passwordErrors } from '@diemcau/contracts/identity/sign-in';

/** Whose password it is to be, and how long at least. */
export interface PasswordContext {
  readonly minLength: number;
  /** Names, codes, phone, address, unit: what people know about the person. */
  readonly about: readonly string[];
}

/** What people here choose first, besides what the dictionary of leaked passwords has. */
const local = [
  'matkhau',
  'mat khau',
  'anhyeuem',
  'emyeuanh',
  'toiyeuvietnam',
  'vietnam',
  'thanhhoa',
  'giaoduc',
  'sogiaoduc',
  'hocsinh',
  'giaovien',
  'truonghoc',
  'khongbiet',
  'khongco',
  'diemcau',
  'trungtam',
  'matkhaumoi',
  'dangnhap',
  'xinchao',
  'abcdef',
  'qwerty',
  'password',
  'admin',
  'quantri',
].map((word) => word.replaceAll(' ', ''));

const product = ['diemcau', 'diemcautructuyen'];
/** Letters and digits only, without accents: «Mật-Khẩu 1» is `matkhau1`. */
const bare = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '');
/** Fewer characters than this besides a known word are no secret. */
const leastOwn = 4;

/** `aaaaaaaa`, `12121212`, `12345678`, `hgfedcba`. */
function isPattern(password: string): boolean {
  const codes = [...password].map((letter) => letter.codePointAt(0) ?? 0);
  if (new Set(codes).size <= 2) return true;
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) === 1 && codes.every((code, i) => i === 0 || code - (codes[i - 1] ?? 0) === step);
}

/** A word, and fewer than {@link leastOwn} characters of one's own around it. */
const isMadeOf = (password: string, words: readonly string[]): boolean =>
  words.some(
    (word) => word.length >= 4 && password.replaceAll(word, '').length < leastOwn && password.includes(word),
  );

const wordsOf = (about: readonly string[]): string[] =>
  about.flatMap((text) => [bare(text), ...folded(text).split(/[^\p{L}\p{N}]+/u)]);

/**
 * Why a password is refused; null when it may be used. NIST SP 800-63B, 5.1.1.2: length and a list of what attackers try
 * first, no rules of composition, no forced change.
 * @param isCommon whether the dictionary has the word, in small letters
 */
export function passwordFault(
  password: string,
  { minLength, about }: PasswordContext,
  isCommon: (word: string) => boolean,
): FailureKind | null {
  const typed = password.normalize('NFC');
  // RFC 8265: no control characters; a lone surrogate cannot be hashed twice the same way.
  if (/[\p{Cc}\p{Cs}]/u.test(typed)) return passwordErrors.characters;
  if ([...typed].length < minLength) return passwordErrors.tooShort;
  const letters = bare(typed);
  if (isMadeOf(letters, wordsOf(about))) return passwordErrors.aboutYou;
  const lower = typed.toLowerCase();
  const known = [lower, letters].some((form) => isCommon(form)) || isMadeOf(letters, [...local, ...product]);
  return known || isPattern(lower) ? passwordErrors.common : null;
}
