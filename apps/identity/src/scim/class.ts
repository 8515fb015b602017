import { Failure } from '@diemcau/contracts/core/failure';
import { scimErrors, scimSchemas } from '@diemcau/contracts/identity/scim';
import type { Resource } from './patching.js';

/** A class as the database has it. */
export interface ClassRow {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly schoolYear: string;
  readonly externalId: string | null;
  readonly version: number;
  readonly members: readonly { readonly value: string; readonly display: string }[];
}

/** What a directory wants a class to be. */
export interface ClassWish {
  readonly name: string;
  readonly unitCode: string | null;
  readonly schoolYear: string | null;
  readonly externalId: string | null;
  readonly members: readonly string[];
}

export const toResource = (row: ClassRow): Resource => ({
  schemas: [scimSchemas.group, scimSchemas.class],
  id: row.id,
  ...(row.externalId !== null && { externalId: row.externalId }),
  displayName: row.name,
  members: row.members.map((member) => ({ ...member, type: 'User' })),
  [scimSchemas.class]: { unitCode: row.unitCode, schoolYear: row.schoolYear },
  meta: { resourceType: 'Group', location: `Groups/${row.id}`, version: `W/"${row.version}"` },
});

/** As PATCH compares them: members are who they are by `value`. */
export const forPatching = (resource: Resource, { members }: ClassRow): Resource => ({
  ...resource,
  members: members.map(({ value }) => ({ value })),
});

/** @throws Failure `scim.invalidValue` */
export function wishOf(resource: Resource): ClassWish {
  const name = textOf(resource['displayName'], 'displayName');
  if (name === null) throw new Failure(scimErrors.invalidValue, { attribute: 'displayName' });
  const extension = resource[scimSchemas.class];
  const { unitCode, schoolYear } = isObject(extension) ? extension : {};
  return {
    name,
    unitCode: textOf(unitCode, 'unitCode'),
    schoolYear: textOf(schoolYear, 'schoolYear'),
    externalId: textOf(resource['externalId'], 'externalId'),
    members: membersOf(resource['members']),
  };
}

const isObject = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown, attribute: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new Failure(scimErrors.invalidValue, { attribute });
  return value;
}

function membersOf(list: unknown): string[] {
  if (list === undefined || list === null) return [];
  const items: unknown[] = Array.isArray(list) ? list : [list];
  const ids = items.map((item) => {
    const value = isObject(item) ? item['value'] : item;
    if (typeof value !== 'string') throw new Failure(scimErrors.invalidValue, { attribute: 'members' });
    return value.toLowerCase();
  });
  return [...new Set(ids)];
}
