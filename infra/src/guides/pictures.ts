import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectDir } from '../machine/folders.ts';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** `<language>/<place>-<width>.png`, for those that a guide shows and no others. */
export const picturesDir = join(projectDir, 'docs', 'pictures');

/** What people read in a language: its README, and its folder of docs. */
function guidesIn(language: Language): string[] {
  const readme = language === 'en' ? 'README.md' : `README.${language}.md`;
  const folder = join(projectDir, 'docs', language);
  return [join(projectDir, readme), ...readdirSync(folder).map((name) => join(folder, name))];
}

/** One picture as a guide shows it. */
export interface Shown {
  /** Below {@link picturesDir}. */
  readonly file: string;
  /** For who does not see it. */
  readonly says: string;
}

/** The pictures that the guides of a language show, as often as they show them. */
export function shownIn(language: Language): Shown[] {
  return guidesIn(language).flatMap((guide) =>
    [...readFileSync(guide, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
      ([, says = '', link = '']) => ({ file: relative(picturesDir, join(dirname(guide), link)), says }),
    ),
  );
}
