import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/machine/folders.ts';

const pages = ['en', 'vi'].map((language) => join(projectDir, 'docs', language, 'operations.md'));

/** Between our own processes, or everybody's. */
const INTERNAL = new Set(['DIEMCAU_STARTED_AT', 'PATH', 'XDG_CACHE_HOME']);

function sourcesBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(projectDir, folder, file), 'utf8')),
  );
}

const services = ['gateway', 'identity', 'media', 'meetings'].map((name) => `apps/${name}/src`);

const found = (texts: string[], pattern: RegExp): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
];

describe.each(pages)('%s', (path) => {
  const page = readFileSync(path, 'utf8');

  test('names every variable that the commands read', () => {
    const read = found(sourcesBelow('infra/src', 'infra/worker'), /process\.env\.([A-Z_]+)/g);
    expect(read.filter((name) => !INTERNAL.has(name) && !page.includes(`\`${name}\``))).toEqual([]);
  });

  test('names every metric that the services show', () => {
    const metrics = sourcesBelow('libs/service/src', ...services).filter((text) =>
      /prom-client|gauges/.test(text),
    );
    const shown = found(metrics, /(?:gaugeOf\(\s*|^  name: )'([a-z_]+)'/gm);
    expect(shown).toContain('bus_request_seconds');
    expect(shown.filter((name) => !page.includes(name))).toEqual([]);
  });
});
