import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/machine/folders.ts';

const page = readFileSync(join(projectDir, 'docs', 'requirements.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (TM|HB|DA|TE|SYS|I)-?\d/.test(line));
const idOf = (row: string): string => row.split('|')[1]?.trim() ?? '';

/** `[lobby.test.ts](../apps/meetings/test/lobby.test.ts) “one title”, “another”` */
const evidence = [...page.matchAll(/\]\(\.\.\/([^)]+)\)((?:,? “[^”]+”)+)/g)].flatMap(
  ([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => [file, title] as const),
);

const quotes = (text: string): string => text.replace(/[’']/g, "'").replace(/\\'/g, "'");

test('docs/requirements.md has every ID once', () => {
  const ids = rows.map(idOf);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  expect(ids.length).toBeGreaterThan(60);
});

test.each(evidence)('%s has the test “%s”', (file, title) => {
  const text = existsSync(join(projectDir, file)) ? readFileSync(join(projectDir, file), 'utf8') : '';
  expect(quotes(text).includes(quotes(title))).toBe(true);
});

test('what is done or partly done is shown by something', () => {
  const claimed = rows.filter((row) => /^ (done|partly)/.test(row.split('|')[3] ?? ''));
  expect(claimed.filter((row) => !/\]\(/.test(row)).map(idOf)).toEqual([]);
});

test('every requirement that the code names is on the page', () => {
  const folders = readdirSync(join(projectDir, 'apps')).map((app) => join('apps', app, 'src'));
  const named = [...folders, 'libs/contracts/src'].flatMap((folder) =>
    readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap(
        (file) =>
          readFileSync(join(projectDir, folder, file), 'utf8').match(
            /\b(TM|HB|DA|TE|SYS)-\d[\w.]*\w|\bI\d+\b/g,
          ) ?? [],
      ),
  );
  const ids = new Set(rows.map(idOf));
  expect([...new Set(named)].filter((id) => !ids.has(id))).toEqual([]);
});
