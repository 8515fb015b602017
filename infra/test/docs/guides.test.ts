import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/machine/folders.ts';

const web = join(projectDir, 'apps', 'web', 'src');
const texts = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => /texts(\.(vi|en))?\.ts$/.test(file))
  .flatMap((file) => [...readFileSync(join(web, file), 'utf8').matchAll(/'((?:[^'\\\n]|\\.)+)'/g)])
  .map(([, text = '']) => text.replaceAll("\\'", "'"));

/** `You have not allowed the {{device}}` also says “You have not allowed the camera”. */
const patterns = texts
  .filter((text) => text.includes('{{') && text.replace(/\{\{\w+\}\}/g, '').length > 6)
  .map(
    (text) =>
      new RegExp(text.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replace(/\{\{\w+\}\}/g, '.+'), 'i'),
  );

const isShown = (words: string): boolean =>
  texts.some((text) => text.toLowerCase().includes(words.toLowerCase())) ||
  patterns.some((pattern) => pattern.test(words));

const guides = ['vi', 'en'].flatMap((language) =>
  ['guest.md', 'host.md', 'administration.md'].map((name) => join('docs', language, name)),
);

test.each(guides)('%s calls things by the names that people see', (path) => {
  const page = readFileSync(join(projectDir, path), 'utf8').replace(/\s+/g, ' ');
  const quoted = [...page.matchAll(/«([^»]+)»|“([^”]+)”|\*\*([^*]+?)\.?\*\*/g)];
  const words = quoted.map(([, vi, en, bold]) => vi ?? en ?? bold ?? '');
  expect(words.length).toBeGreaterThan(8);
  expect(words.filter((one) => !isShown(one))).toEqual([]);
});
