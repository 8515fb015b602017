import { languageOf } from './language.js';

test.each([
  [undefined, 'vi'],
  ['', 'vi'],
  ['*', 'vi'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['en;q=0.5, vi;q=0.9', 'vi'],
  ['en;q=0.9, vi;q=0.5', 'en'],
  ['fr, en;q=0.1', 'en'],
  ['en;q=0', 'vi'],
  ['english', 'vi'],
  [';;;q=,en;q=x', 'vi'],
])('who wishes for %p is answered in %s', (wish, language) => {
  expect(languageOf(wish)).toBe(language);
});
