import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { variablesOf, requiredVariablesOf } from '../../src/configuration/services.ts';
import { projectDir } from '../../src/machine/folders.ts';
import { faultsAgainstKubernetes } from './kubernetes-types.ts';
import { build, kustomizationIn, namesIn } from './kustomize.ts';
import {
  at,
  type Container,
  containersOf,
  envOf,
  isFields,
  listAt,
  type Manifest,
  textAt,
  workloads,
} from './manifest.ts';

const k8s = join(projectDir, 'k8s');
const overlays = readdirSync(join(k8s, 'overlays'));

const named = (manifests: Manifest[], kind: string, name: string): Manifest | undefined =>
  manifests.find((one) => one.kind === kind && one.metadata.name === name);

/** Ours run `apps/<service>/dist/main.js`. */
const serviceOf = (container: Container): string | undefined =>
  /^apps\/(\w+)\/dist\/main\.js$/.exec(textAt(container, 'args', 0))?.[1];

/** Variables that others are put together from: `$(NATS_PASSWORD)`. */
const piecesOf = (container: Container): string[] =>
  envOf(container).flatMap(({ value }) => String(value).match(/(?<=\$\()\w+(?=\))/g) ?? []);

test('every manifest in k8s/ is used by a kustomization', () => {
  const files = readdirSync(k8s, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  const folders = files.filter((file) => file.endsWith('kustomization.yaml')).map((file) => dirname(file));
  const usedIn = (folder: string): string[] => {
    const kustomization = kustomizationIn(join(k8s, folder));
    const patches = listAt(kustomization, 'patches').map((patch) => textAt(patch, 'path'));
    return [...namesIn(kustomization, 'resources'), ...patches].map((file) => join(folder, file));
  };
  const used = new Set(folders.flatMap(usedIn));
  const unused = files.filter((file) => !file.endsWith('kustomization.yaml') && !used.has(file));
  expect(unused).toEqual([]);
});

test('a field that Kubernetes does not know is found', () => {
  const spec = { minAvailabel: 1, selector: {} };
  const wrong = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'wrong' }, spec };
  expect(faultsAgainstKubernetes([wrong])).toEqual([expect.stringContaining('minAvailabel')]);
});

describe.each(overlays)('The overlay %s', (overlay) => {
  const manifests = build(join(k8s, 'overlays', overlay));
  const containers = workloads(manifests).flatMap(containersOf);
  const services = containers.flatMap((container) => {
    const service = serviceOf(container);
    return service ? [{ service, container }] : [];
  });
  const settings = at(named(manifests, 'ConfigMap', 'settings'), 'data');

  test('is made of what Kubernetes knows', () => {
    expect(faultsAgainstKubernetes(manifests)).toEqual([]);
  });

  test('runs every service of the house', () => {
    const apps = readdirSync(join(projectDir, 'apps')).filter((app) =>
      existsSync(join(projectDir, 'apps', app, 'src', 'main.ts')),
    );
    const running = services.map(({ service }) => service).filter((service) => apps.includes(service));
    expect(running.toSorted()).toEqual(apps.toSorted());
  });

  test('watches every container, and lets it do no more than it must', () => {
    for (const container of containers) {
      expect(container).toMatchObject({
        startupProbe: expect.anything(),
        livenessProbe: expect.anything(),
        readinessProbe: expect.anything(),
        resources: {
          requests: { cpu: expect.any(String), memory: expect.any(String) },
          limits: { memory: expect.any(String) },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      });
    }
    for (const workload of workloads(manifests)) {
      expect(at(workload, 'spec', 'template', 'spec')).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      });
    }
  });

  test('asks our services at /healthz and /readyz on the port that is not public', () => {
    for (const { container } of services) {
      expect(at(container, 'livenessProbe', 'httpGet')).toEqual({ path: '/healthz', port: 'health' });
      expect(at(container, 'readinessProbe', 'httpGet')).toEqual({ path: '/readyz', port: 'health' });
      const health = listAt(container, 'ports').find(({ name }) => name === 'health');
      expect(String(health?.containerPort)).toBe(textAt(settings, 'HEALTH_PORT'));
    }
  });

  test('sets variables that the services read, and all that they need', () => {
    for (const { service, container } of services) {
      const given = envOf(container).map(({ name }) => name);
      const all = [...given, ...(isFields(settings) ? Object.keys(settings) : [])];
      const known = new Set([...variablesOf(service), ...piecesOf(container)]);
      const strange = all.filter((name) => !known.has(name));
      expect({ service, strange }).toEqual({ service, strange: [] });
      expect(all).toEqual(expect.arrayContaining(requiredVariablesOf(service)));
    }
  });

  test('has every secret and setting that a container refers to', () => {
    // CloudNativePG makes this one.
    const foreign = new Set(overlay === 'production' ? ['postgres-app.uri'] : []);
    for (const { name, valueFrom } of containers.flatMap(envOf)) {
      const reference = at(valueFrom, 'secretKeyRef');
      if (reference === undefined || at(reference, 'optional') === true) continue;
      const [secret, key] = [textAt(reference, 'name'), textAt(reference, 'key')];
      if (foreign.has(`${secret}.${key}`)) continue;
      const keys = at(named(manifests, 'Secret', secret), 'stringData');
      expect({ name, keys }).toEqual({ name, keys: expect.objectContaining({ [key]: 'secret' }) });
    }
  });

  test('selects pods that exist', () => {
    const labels = workloads(manifests).map((one) => at(one, 'spec', 'template', 'metadata', 'labels'));
    const selectors = manifests.flatMap((one) => {
      if (one.kind === 'Service') return [at(one, 'spec', 'selector')];
      if (one.kind === 'PodDisruptionBudget' || one.kind === 'StatefulSet' || one.kind === 'Deployment') {
        return [at(one, 'spec', 'selector', 'matchLabels')];
      }
      return [];
    });
    for (const selector of selectors) expect(labels).toContainEqual(expect.objectContaining(selector));
  });

  test('opens one UDP and one TCP port for each media worker, on the node and in the network policy', () => {
    const media = services.find(({ service }) => service === 'media')?.container as Container;
    const value = (name: string): number => Number(envOf(media).find((one) => one.name === name)?.value);
    const ports = Array.from({ length: value('MEDIA_WORKERS') }, (_, i) => value('MEDIA_PORT') + i);
    const policy = listAt(named(manifests, 'NetworkPolicy', 'media-public'), 'spec', 'ingress', 0, 'ports');
    for (const protocol of ['UDP', 'TCP']) {
      const open = listAt(media, 'ports').filter((one) => one.protocol === protocol && one.hostPort);
      expect(open.map(({ hostPort }) => hostPort)).toEqual(expect.arrayContaining(ports));
      const range = policy.find((one) => one.protocol === protocol);
      expect(Number(range?.port)).toBeLessThanOrEqual(Math.min(...ports));
      expect(Number(range?.endPort)).toBeGreaterThanOrEqual(Math.max(...ports));
    }
  });

  test('shows the health port to the monitoring alone', () => {
    const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
    const openers = policies.filter((one) =>
      listAt(one, 'spec', 'ingress').some((rule) => listAt(rule, 'ports').some(({ port }) => port === 9100)),
    );
    expect(openers.map(({ metadata }) => metadata.name)).toEqual(['metrics']);
    expect(policies).toContainEqual(
      expect.objectContaining({ spec: { podSelector: {}, policyTypes: ['Ingress'] } }),
    );
    const backends = manifests
      .filter(({ kind }) => kind === 'Ingress')
      .map((one) => JSON.stringify(one.spec));
    expect(backends.filter((one) => one.includes('health'))).toEqual([]);
  });
});
