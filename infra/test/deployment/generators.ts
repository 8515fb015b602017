import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fields, isFields, type Manifest, textAt } from './manifest.ts';

/** `behavior: merge` adds to what a base has generated, `replace` takes its place. */
export function generatedConfig(manifests: Manifest[], config: Fields, folder: string): Manifest[] {
  const name = textAt(config, 'name');
  const found = manifests.findIndex((one) => one.kind === 'ConfigMap' && one.metadata.name === name);
  const behavior = textAt(config, 'behavior') || 'create';
  if ((behavior === 'create') !== found < 0)
    throw new Error(`${behavior} of the config map ${name} is wrong`);
  const before = behavior === 'merge' ? manifests[found]?.data : {};
  const files = pairs(config, 'files').map(([key, path]) => [key, readFileSync(join(folder, path), 'utf8')]);
  const data = {
    ...(isFields(before) ? before : {}),
    ...Object.fromEntries([...pairs(config, 'literals'), ...files]),
  };
  const manifest: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
  return found < 0 ? [...manifests, manifest] : manifests.toSpliced(found, 1, manifest);
}

export function generatedSecret(secret: Fields): Manifest {
  const keys = [...pairs(secret, 'files'), ...pairs(secret, 'literals')].map(([key]) => [key, 'secret']);
  const metadata = { name: textAt(secret, 'name') };
  return { apiVersion: 'v1', kind: 'Secret', metadata, stringData: Object.fromEntries(keys) };
}

/** `key=value`; a file may stand without a key and is then called by its name. */
function pairs(generator: Fields, field: string): [key: string, value: string][] {
  const items = generator[field];
  return (Array.isArray(items) ? items : []).map((item) => {
    const [, key, value] = /^(?:([^=]+)=)?(.*)$/s.exec(String(item)) ?? [];
    return [key ?? value ?? '', value ?? ''];
  });
}
