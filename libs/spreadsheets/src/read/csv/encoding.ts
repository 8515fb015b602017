import { isUtf8 } from 'node:buffer';
import { type Writing, writingsOf } from '../vietnamese/font-text.js';
import { hasOrdinaryCase, isSyllable } from '../vietnamese/syllable.js';

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

/** Looked at to tell the 8-bit encodings apart. */
const sampleBytes = 256 * 1024;
/** Share of the words that must be Vietnamese. */
const convincing = 0.8;
/** By which the best must beat the others. */
const margin = 0.15;

/** Null when no encoding makes Vietnamese of it for certain. Old fonts are told by windows-1252 and converted later. */
export function encodingOf(bytes: Uint8Array): CsvEncoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  return withoutMark(bytes) ?? eightBit(bytes);
}

/** UTF-16 without a mark has a zero in nearly every other byte of plain letters. */
function withoutMark(bytes: Uint8Array): CsvEncoding | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [...sample].flatMap((byte, i) => (byte === 0 ? [i % 2] : []));
  const odd = zeros.filter((place) => place === 1).length;
  const even = zeros.length - odd;
  if (odd > sample.length / 5 && even * 10 < odd) return 'utf-16le';
  return even > sample.length / 5 && odd * 10 < even ? 'utf-16be' : null;
}

function eightBit(bytes: Uint8Array): CsvEncoding | null {
  const sample = telling(bytes);
  const decode = (encoding: CsvEncoding) => new TextDecoder(encoding).decode(sample);
  const old = wordsOf(decode('windows-1252'));
  const share = (writing: Writing) =>
    old.filter((word) => writingsOf(word).includes(writing)).length / Math.max(1, old.length);
  const combining = wordsOf(decode('windows-1258').normalize('NFC'));
  const scores = [
    { encoding: 'windows-1258', score: shareOf(combining) },
    { encoding: 'windows-1252', score: Math.max(share('tcvn3'), share('vni'), share('unicode')) },
  ] as const;
  const [best, other] = scores.toSorted((a, b) => b.score - a.score);
  return best && other && best.score >= convincing && best.score - other.score >= margin
    ? best.encoding
    : null;
}

/** The lines around the first byte beyond ASCII: a long plain beginning says nothing. */
function telling(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(Math.max(0, first - 100), first + sampleBytes);
}

const wordsOf = (text: string): string[] =>
  text.split(/[\s,.;:()/\\\-"'0-9_&+|]+/).filter((word) => /[\u0080-\u{10FFFF}]/u.test(word));

const shareOf = (words: readonly string[]): number =>
  words.filter((word) => hasOrdinaryCase(word) && isSyllable(word)).length / Math.max(1, words.length);
