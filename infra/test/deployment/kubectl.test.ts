import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/machine/folders.ts';
import { tempFolder } from '../temp.ts';
import { build, manifestsIn } from './kustomize.ts';
import { containersOf, envOf, listAt, type Manifest, textAt } from './manifest.ts';

const k8s = join(projectDir, 'k8s');
const overlays = readdirSync(join(k8s, 'overlays'));

const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

(hasKubectl ? describe : describe.skip)('What kubectl kustomize makes', () => {
  const folder = tempFolder();
  cpSync(k8s, folder, { recursive: true });

  /** Names as they are written, without the hash that generated ones get. */
  const outline = (manifests: Manifest[]): string[] =>
    manifests
      .flatMap((one) => [
        `${one.kind} ${one.metadata.name.replace(/-[a-z0-9]{10}$/, '')} ${textAt(one, 'spec', 'replicas')}`,
        ...containersOf(one).flatMap((container) => [
          container.image,
          ...envOf(container).map(({ name, value }) => `${name}=${String(value)}`),
          ...listAt(container, 'ports').map(
            (port) => `${textAt(port, 'containerPort')} ${textAt(port, 'protocol')}`,
          ),
        ]),
      ])
      .toSorted();

  test.each(overlays)('of the overlay %s is what the other tests look at', (overlay) => {
    const path = join(folder, 'overlays', overlay);
    const secrets = spawnSync('bash', [join(folder, 'make-secrets.sh'), path], { encoding: 'utf8' });
    expect(secrets).toMatchObject({ status: 0, stderr: '' });
    const made = spawnSync('kubectl', ['kustomize', path], { encoding: 'utf8' });
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(outline(manifestsIn(made.stdout))).toEqual(outline(build(join(k8s, 'overlays', overlay))));
  });
});
