import { createHash } from 'node:crypto';

/** The same word is the same id in every example, another word another one. @param name `unitId`, `unitIds`, `Unit` */
export function idOf(name: string): string {
  const word = name.replace(/Ids?$/, '').toLowerCase();
  const hex = createHash('sha256').update(word).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
