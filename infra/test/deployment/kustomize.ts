import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { at, type Fields, isFields, type Json, listAt, type Manifest, textAt } from './manifest.ts';
import { generatedConfig, generatedSecret } from './generators.ts';
import { merged, patched, replaced } from './patches.ts';

/** Every YAML document of a file. */
const documentsIn = (path: string): Json[] => documentsOf(readFileSync(path, 'utf8'));

export const manifestsIn = (text: string): Manifest[] => documentsOf(text) as Manifest[];

function documentsOf(text: string): Json[] {
  return parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS() as Json;
  });
}

export function kustomizationIn(folder: string): Fields {
  const [kustomization] = documentsIn(join(folder, 'kustomization.yaml'));
  if (!isFields(kustomization)) throw new Error(`${folder}/kustomization.yaml is empty`);
  return kustomization;
}

export const namesIn = (kustomization: Fields, field: string): string[] => {
  const names = kustomization[field];
  return Array.isArray(names) ? names.map(String) : [];
};

/**
 * What `kubectl kustomize` would make of a folder, as far as ours go: resources, components, generators, patches,
 * replicas, images. Left out: hash suffixes, labels and the namespace, which the tests do not look at. The values of
 * secrets are not read.
 */
export function build(folder: string, onto: Manifest[] = []): Manifest[] {
  const kustomization = kustomizationIn(folder);
  let manifests = [...onto, ...namesIn(kustomization, 'resources').flatMap((name) => resource(folder, name))];
  for (const config of listAt(kustomization, 'configMapGenerator')) {
    manifests = generatedConfig(manifests, config, folder);
  }
  manifests.push(...listAt(kustomization, 'secretGenerator').map(generatedSecret));
  for (const name of namesIn(kustomization, 'components')) manifests = build(join(folder, name), manifests);
  for (const patch of listAt(kustomization, 'patches')) manifests = withPatch(manifests, patch, folder);
  manifests = manifests.map((one) => withReplicas(one, listAt(kustomization, 'replicas')));
  return manifests.map((one) => withImages(one, listAt(kustomization, 'images')));
}

function resource(folder: string, name: string): Manifest[] {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${path} does not exist`);
  return statSync(path).isDirectory() ? build(path) : (documentsIn(path) as Manifest[]);
}

function withPatch(manifests: Manifest[], patch: Fields, folder: string): Manifest[] {
  const [content] = documentsIn(join(folder, textAt(patch, 'path')));
  const target = isFields(patch.target) ? patch.target : content;
  const kind = textAt(target, 'kind');
  const name = textAt(target, 'name') || textAt(target, 'metadata', 'name');
  const found = manifests.findIndex((one) => one.kind === kind && one.metadata.name === name);
  const before = manifests[found];
  if (!before || content === undefined)
    throw new Error(`${textAt(patch, 'path')}: there is no ${kind} ${name}`);
  if (at(content, '$patch') === 'delete') return manifests.toSpliced(found, 1);
  const after = Array.isArray(content) ? patched(before, content.filter(isFields)) : merged(before, content);
  return manifests.toSpliced(found, 1, after as Manifest);
}

function withReplicas(manifest: Manifest, counts: Fields[]): Manifest {
  const count = counts.find(({ name }) => name === manifest.metadata.name)?.count;
  if (count === undefined || !('template' in Object(manifest.spec))) return manifest;
  return replaced(manifest, ['spec', 'replicas'], count) as Manifest;
}

function withImages(manifest: Manifest, images: Fields[]): Manifest {
  const containers = listAt(manifest, 'spec', 'template', 'spec', 'containers').map((container) => {
    const image = images.find(({ name }) => name === textAt(container, 'image').split(':')[0]);
    if (!image) return container;
    const name = textAt(image, 'newName') || textAt(image, 'name');
    return { ...container, image: `${name}:${textAt(image, 'newTag')}` };
  });
  if (containers.length === 0) return manifest;
  return replaced(manifest, ['spec', 'template', 'spec', 'containers'], containers) as Manifest;
}
