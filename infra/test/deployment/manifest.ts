/** JSON as YAML gives it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Fields = { [key: string]: Json };

export type Manifest = Fields & { apiVersion: string; kind: string; metadata: Fields & { name: string } };

export interface EnvVariable extends Fields {
  name: string;
}

/** What the tests look at of a container; the whole is checked against Kubernetes' own types. */
export interface Container extends Fields {
  name: string;
  image: string;
}

export const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What lies at a path of keys and indexes; `undefined` when nothing does. */
export function at(value: Json | undefined, ...path: (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isFields(inner) ? inner[key] : undefined;
  }, value);
}

export function listAt(value: Json | undefined, ...path: (string | number)[]): Fields[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found.filter(isFields) : [];
}

export const textAt = (value: Json | undefined, ...path: (string | number)[]): string => {
  const found = at(value, ...path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

const WORKLOADS = new Set(['Deployment', 'StatefulSet']);

export const workloads = (manifests: Manifest[]): Manifest[] =>
  manifests.filter(({ kind }) => WORKLOADS.has(kind));

export const containersOf = (workload: Manifest): Container[] =>
  listAt(workload, 'spec', 'template', 'spec', 'containers') as Container[];

export const envOf = (container: Container): EnvVariable[] => listAt(container, 'env') as EnvVariable[];
