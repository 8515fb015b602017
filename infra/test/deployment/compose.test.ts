import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { requiredVariablesOf, variablesOf } from '../../src/configuration/services.ts';
import { projectDir } from '../../src/machine/folders.ts';
import { at, type Fields, isFields, type Json, textAt } from './manifest.ts';

const folder = join(projectDir, 'infra', 'compose');
const text = readFileSync(join(folder, 'compose.yaml'), 'utf8');
const compose = parse(text, { merge: true }) as Fields;

const services = Object.entries(isFields(compose.services) ? compose.services : {});
const ours = services.filter(([, service]) => textAt(service, 'image') === 'diemcau');
const media = at(compose, 'services', 'media');

const keysOf = (value: Json | undefined): string[] => (isFields(value) ? Object.keys(value) : []);
const portsOf = (service: Json): string[] => {
  const ports = at(service, 'ports');
  return Array.isArray(ports) ? ports.map(String) : [];
};

describe('infra/compose/compose.yaml', () => {
  test.each(ours)('gives %s variables that it reads, and all that it needs', (name, service) => {
    const given = keysOf(at(service, 'environment'));
    const known = new Set(variablesOf(name));
    expect(given.filter((variable) => !known.has(variable))).toEqual([]);
    expect(given).toEqual(expect.arrayContaining(requiredVariablesOf(name)));
    expect(textAt(service, 'command', 0)).toBe(`apps/${name}/dist/main.js`);
  });

  test('runs every service of the house', () => {
    const running = ours.map(([name]) => name);
    for (const name of running)
      expect(existsSync(join(projectDir, 'apps', name, 'src', 'main.ts'))).toBe(true);
    expect(running).toEqual(['gateway', 'identity', 'meetings', 'media']);
  });

  test('asks for nothing that make-env.sh does not make', () => {
    const asked = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name));
    const script = readFileSync(join(folder, 'make-env.sh'), 'utf8');
    for (const name of asked) expect(script).toContain(name);
  });

  test('publishes the media ports, and nobody’s health port', () => {
    const first = Number(textAt(media, 'environment', 'MEDIA_PORT'));
    const last = first + Number(textAt(media, 'environment', 'MEDIA_WORKERS')) - 1;
    const range = `${first}-${last}:${first}-${last}`;
    expect(portsOf(media ?? null)).toEqual([`${range}/udp`, `${range}/tcp`]);
    const published = services.flatMap(([, service]) => portsOf(service));
    expect(published.filter((port) => port.includes('9100'))).toEqual([]);
  });

  test('has commands and checks of plain words', () => {
    // An unquoted colon and space would make one a mapping.
    const words = services.flatMap(([, service]) => [
      at(service, 'command'),
      at(service, 'healthcheck', 'test'),
    ]);
    expect(words.flat().filter((word) => word !== undefined && typeof word !== 'string')).toEqual([]);
  });

  test('mounts files that exist', () => {
    const mounted = services.flatMap(([, service]) => {
      const volumes = at(service, 'volumes');
      return Array.isArray(volumes) ? volumes.map(String) : [];
    });
    const files = mounted
      .filter((volume) => volume.startsWith('./'))
      .map((volume) => volume.split(':')[0] ?? '');
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });
});
