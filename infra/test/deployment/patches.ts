import { type Fields, isFields, type Json } from './manifest.ts';

/** Lists that a strategic merge patch merges item by item, and by which field. Kubernetes' `patchMergeKey`. */
const MERGE_KEYS: Record<string, string> = {
  containers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
};

/** A strategic merge patch, as far as ours go: null deletes a field, lists above are merged, others replaced. */
export function merged(target: Json | undefined, patch: Json, field = ''): Json {
  if (Array.isArray(patch)) return mergedList(Array.isArray(target) ? target : [], patch, MERGE_KEYS[field]);
  if (!isFields(patch)) return patch;
  const result: Fields = isFields(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value, key);
  }
  return result;
}

function mergedList(target: Json[], patch: Json[], key: string | undefined): Json[] {
  if (key === undefined) return patch;
  const result = [...target];
  for (const item of patch) {
    const found = result.findIndex((one) => isFields(one) && isFields(item) && one[key] === item[key]);
    if (found >= 0) result[found] = merged(result[found], item);
    else result.push(item);
  }
  return result;
}

/** The same with another value at a path of fields. */
export function replaced(target: Json | undefined, [field, ...rest]: string[], value: Json): Json {
  if (field === undefined) return value;
  const fields = isFields(target) ? target : {};
  return { ...fields, [field]: replaced(fields[field], rest, value) };
}

/** A JSON patch (RFC 6902) of `add` and `replace`. */
export function patched(target: Json, operations: Fields[]): Json {
  const copy = structuredClone(target);
  for (const { op, path, value = null } of operations) {
    const keys = String(path).split('/').slice(1);
    const last = keys.pop() ?? '';
    const parent = keys.reduce<Json | undefined>((inner, key) => child(inner, key), copy);
    if (op === 'replace' && child(parent, last) === undefined)
      throw new Error(`nothing to replace at ${path}`);
    if (Array.isArray(parent)) parent[Number(last)] = value;
    else if (isFields(parent)) parent[last] = value;
    else throw new Error(`there is no ${path}`);
  }
  return copy;
}

function child(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isFields(value) ? value[key] : undefined;
}
