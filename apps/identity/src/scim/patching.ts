import { Failure, type FailureKind } from '@diemcau/contracts/core/failure';
import { scimErrors, scimSchemas } from '@diemcau/contracts/identity/scim';
import { ScimError, scimPatch, type ScimPatchOperation } from 'scim-patch';

export type Resource = Record<string, unknown>;

/** As the schemas write them; clients do not always. */
const names = new Map(
  [
    'userName',
    'displayName',
    'externalId',
    'active',
    'name',
    'emails',
    'phoneNumbers',
    'userType',
    'members',
  ].map((name) => [name.toLowerCase(), name]),
);
const extensions = [scimSchemas.enterprise, scimSchemas.person, scimSchemas.class] as const;
/** By which a path would reach from data to code. */
const reaching = /(^|[.:[\]"\s])(__proto__|constructor|prototype)($|[.:[\]"\s])/;
const most = 1000;

const isObject = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const refuse = (kind: FailureKind, why: string): never => {
  throw new Failure(kind, { why });
};

/**
 * What a resource becomes by a PATCH of RFC 7644 3.5.2, as Entra ID, Okta and others send it; the one given stays as it is.
 * @throws Failure `scim.invalidSyntax`, `.invalidPath`, `.noTarget`, `.mutability`
 */
export function patched(resource: Resource, body: unknown): Resource {
  const operations = operationsOf(body);
  try {
    return scimPatch(copyOf(resource), operations);
  } catch (error) {
    if (error instanceof ScimError) {
      return refuse(
        error.scimCode === 'noTarget' ? scimErrors.noTarget : scimErrors.invalidPath,
        error.message,
      );
    }
    if (error instanceof TypeError)
      return refuse(scimErrors.invalidPath, 'the path does not fit the resource');
    throw error;
  }
}

/** The library wants the common attributes, and changes what it is given. */
function copyOf(
  resource: Resource,
): Resource & { meta: { created: Date; lastModified: Date }; schemas: string[] } {
  const at = new Date(0);
  const copy = JSON.parse(JSON.stringify(resource)) as Resource;
  return { ...copy, meta: { created: at, lastModified: at }, schemas: [] };
}

function operationsOf(body: unknown): ScimPatchOperation[] {
  const found = isObject(body) ? Object.entries(body).find(([key]) => /^operations$/i.test(key))?.[1] : null;
  if (!Array.isArray(found) || found.length === 0 || found.length > most) {
    return refuse(scimErrors.invalidSyntax, 'Operations');
  }
  return found.flatMap(operationOf);
}

function operationOf(given: unknown): ScimPatchOperation[] {
  if (!isObject(given) || typeof given['op'] !== 'string') return refuse(scimErrors.invalidSyntax, 'op');
  const op = given['op'].toLowerCase();
  const { path, value } = given;
  if (op !== 'add' && op !== 'replace' && op !== 'remove') return refuse(scimErrors.invalidSyntax, 'op');
  if (path !== undefined && typeof path !== 'string') return refuse(scimErrors.invalidPath, 'path');
  if (op === 'remove') {
    if (path === undefined || path === '') return refuse(scimErrors.noTarget, 'path');
    refuseGiven(tidyPath(path));
    return [
      { op, path: tidyPath(path), ...('value' in given && { value: tidyValue(tidyPath(path), value) }) },
    ];
  }
  if (!('value' in given)) return refuse(scimErrors.invalidSyntax, 'value');
  if (path !== undefined && path !== '') {
    const tidy = tidyPath(path);
    refuseGiven(tidy);
    return wholeExtension(op, tidy, value) ?? [{ op, path: tidy, value: tidyValue(tidy, value) }];
  }
  if (!isObject(value)) return refuse(scimErrors.invalidSyntax, 'value');
  return Object.entries(value).flatMap(([key, item]): ScimPatchOperation[] => {
    const tidy = tidyPath(key);
    if (tidy === 'schemas' || tidy === 'id' || tidy === 'meta') return [];
    return wholeExtension(op, tidy, item) ?? [{ op, path: tidy, value: tidyValue(tidy, item) }];
  });
}

/** `{"urn:…:User": {"code": "7"}}`: the library takes the last part of the URN for an attribute. */
function wholeExtension(op: 'add' | 'replace', path: string, value: unknown): ScimPatchOperation[] | null {
  const urn = extensions.find((known) => known.toLowerCase() === path.toLowerCase());
  if (urn === undefined) return null;
  if (!isObject(value)) return refuse(scimErrors.invalidSyntax, urn);
  return Object.entries(value).map(([name, item]) => ({ op, path: tidyPath(`${urn}:${name}`), value: item }));
}

/** Attribute names in the case of the schema. */
function tidyPath(path: string): string {
  if (reaching.test(path) || path.length > 500) return refuse(scimErrors.invalidPath, 'path');
  const trimmed = path.trim().replace(/^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i, '');
  return trimmed.replace(/^[a-z]+/i, (first) => names.get(first.toLowerCase()) ?? first);
}

/** @throws Failure `scim.mutability` for what the provider alone gives (RFC 7644 3.5.2) */
function refuseGiven(path: string): void {
  if (/^(id|meta)\b/i.test(path)) refuse(scimErrors.mutability, path);
}

/** Members are who they are by `value`; what else is sent with it would make the same member another one. */
function tidyValue(path: string, value: unknown): unknown {
  if (path !== 'members') return value;
  const list = Array.isArray(value) ? value : [value];
  return list.map((item) => (isObject(item) ? { value: item['value'] } : item));
}
