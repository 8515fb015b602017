import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { languages, picturesDir, shownIn } from '../../src/guides/pictures.ts';

const sorted = (files: Iterable<string>): string[] => [...new Set(files)].toSorted();

test('every picture that a guide shows is there, and none lies there that no guide shows (npm run pictures)', () => {
  const there = readdirSync(picturesDir, { recursive: true, encoding: 'utf8' });
  const shown = languages.flatMap(shownIn).map(({ file }) => file);
  expect(there.filter((file) => file.includes('.')).toSorted()).toEqual(sorted(shown));
});

test.each(languages)('the guides in %s show pictures in it, each told in words', (language) => {
  const shown = shownIn(language);
  expect(shown.filter(({ file }) => dirname(file) !== language)).toEqual([]);
  expect(shown.filter(({ says }) => says.length < 20)).toEqual([]);
});

test('readers of either language see the same places', () => {
  const [vi, en] = languages.map((language) =>
    sorted(shownIn(language).map(({ file }) => file.slice(language.length + 1))),
  );
  expect(vi).toEqual(en);
});
