import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectDir } from '../../src/machine/folders.ts';

const below = (folder: string): string[] =>
  readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(projectDir, folder, file));

const atTheTop = readdirSync(projectDir)
  .filter((file) => file.endsWith('.md'))
  .map((file) => join(projectDir, file));

const pages = [...atTheTop, ...below('docs'), ...below('k8s'), ...below('infra/worker')];

const outsideCode = (text: string): string => text.replace(/^```.*?^```/gms, '');

/** `## Who proves what to whom` is `#who-proves-what-to-whom`, as GitHub has it. */
function anchorsIn(path: string): Set<string> {
  const headings = outsideCode(readFileSync(path, 'utf8')).matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, heading = '']) =>
      heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURI(path));
  if (!existsSync(target)) return true;
  return anchor !== undefined && !anchorsIn(target).has(decodeURI(anchor));
}

test.each(pages.map((page) => [relative(projectDir, page), page]))('%s links to what is there', (_, page) => {
  const links = [...outsideCode(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^(https?|mailto):/.test(link));
  expect(links.filter((link) => isBroken(page, link))).toEqual([]);
});

test('every page that stands alone in one language has its twin in the other', () => {
  const [vi, en] = ['vi', 'en'].map((language) => readdirSync(join(projectDir, 'docs', language)).toSorted());
  expect(vi).toEqual(en);
});
