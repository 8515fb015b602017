import { Failure } from '@diemcau/contracts/core/failure';
import { scimErrors, scimSchemas } from '@diemcau/contracts/identity/scim';
import type { Resource } from './patching.js';

/** A person as the database has it. */
export interface PersonRow {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly kind: string;
  readonly state: string;
  readonly code: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly unitId: string;
  readonly unitCode: string;
  readonly externalId: string | null;
  readonly createdAt: Date;
  readonly version: number;
  readonly classes: readonly { readonly value: string; readonly display: string }[];
}

/** What a directory wants a person to be. */
export interface PersonWish {
  readonly userName: string;
  readonly displayName: string;
  readonly kind: string;
  readonly active: boolean;
  readonly code: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly unitCode: string | null;
  readonly externalId: string | null;
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** RFC 7643 4.1: the first word is the family name, the last the given name. */
function nameOf(displayName: string): Resource {
  const all = words(displayName);
  const middleName = all.slice(1, -1).join(' ');
  return {
    formatted: displayName,
    ...(all.length > 1 && { familyName: all[0] }),
    ...(middleName !== '' && { middleName }),
    givenName: all.at(-1) ?? '',
  };
}

export function toResource(row: PersonRow): Resource {
  const { id, externalId, userName, displayName, kind, code, email, phone, unitCode } = row;
  return {
    schemas: [scimSchemas.user, scimSchemas.enterprise, scimSchemas.person],
    id,
    ...(externalId !== null && { externalId }),
    userName,
    name: nameOf(displayName),
    displayName,
    userType: kind,
    active: row.state !== 'disabled',
    emails: email === null ? [] : [{ value: email, type: 'work', primary: true }],
    phoneNumbers: phone === null ? [] : [{ value: phone, type: 'work', primary: true }],
    groups: row.classes,
    [scimSchemas.enterprise]: code === null ? {} : { employeeNumber: code },
    [scimSchemas.person]: { ...(code !== null && { code }), unitCode },
    meta: {
      resourceType: 'User',
      created: row.createdAt.toISOString(),
      location: `Users/${id}`,
      version: `W/"${row.version}"`,
    },
  };
}

const isObject = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const inside = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

/** What a PUT leaves out stays as it is (RFC 7644 3.5.1 lets the provider decide). */
export function merged(before: Resource, body: Resource): Resource {
  const both = Object.entries(body).map(([name, value]) => {
    const old = before[name];
    return [name, isObject(value) && isObject(old) ? { ...old, ...value } : value];
  });
  return { ...before, ...(Object.fromEntries(both) as Resource) };
}

/**
 * What a resource asks for. Where one thing can be said in several ways, that which differs from before counts.
 * @param before the resource as it is; empty for a new one
 * @throws Failure `scim.invalidValue`
 */
export function wishOf(after: Resource, before: Resource): PersonWish {
  const userName = textOf(after['userName'], 'userName');
  if (userName === null) throw new Failure(scimErrors.invalidValue, { attribute: 'userName' });
  return {
    userName,
    displayName: changed(after, before, [displayNameOf, formattedOf, joinedOf]) ?? userName,
    kind: textOf(after['userType'], 'userType') ?? textOf(before['userType'], 'userType') ?? 'staff',
    active: activeOf(after['active'] ?? before['active']),
    code: changed(after, before, [codeOf, employeeNumberOf]),
    email: firstOf(after['emails'], 'emails'),
    phone: firstOf(after['phoneNumbers'], 'phoneNumbers'),
    unitCode: textOf(inside(after[scimSchemas.person], 'unitCode'), 'unitCode'),
    externalId: textOf(after['externalId'], 'externalId'),
  };
}

type Read = (resource: Resource) => string | null;

const displayNameOf: Read = ({ displayName }) => textOf(displayName, 'displayName');
const formattedOf: Read = ({ name }) => textOf(inside(name, 'formatted'), 'name.formatted');
const codeOf: Read = (resource) => textOf(inside(resource[scimSchemas.person], 'code'), 'code');
const employeeNumberOf: Read = (resource) =>
  textOf(inside(resource[scimSchemas.enterprise], 'employeeNumber'), 'employeeNumber');

/** Directories that know no middle name have it in the given or in the family name. */
const joinedOf: Read = ({ name }) => {
  const [family = '', middle = '', given = ''] = ['familyName', 'middleName', 'givenName'].map(
    (part) => textOf(inside(name, part), part) ?? '',
  );
  const isSaid = `${given} `.startsWith(`${middle} `) || ` ${family}`.endsWith(` ${middle}`);
  const whole = words([family, isSaid ? '' : middle, given].join(' ')).join(' ');
  return whole === '' ? null : whole;
};

/** The first of these that became another one; when none did, the first that there is. */
function changed(after: Resource, before: Resource, reads: readonly Read[]): string | null {
  const other = reads.find((read) => read(after) !== read(before));
  const known = reads.find((read) => read(after) !== null);
  return (other ?? known)?.(after) ?? null;
}

function textOf(value: unknown, attribute: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new Failure(scimErrors.invalidValue, { attribute });
  return value.trim() === '' ? null : value.trim();
}

/** Entra sends "True" and "False" unless told otherwise. */
function activeOf(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  throw new Failure(scimErrors.invalidValue, { attribute: 'active' });
}

/** The one that matters: the primary one, else that of work, else the first. */
function firstOf(list: unknown, attribute: string): string | null {
  if (list === undefined || list === null) return null;
  if (!Array.isArray(list)) throw new Failure(scimErrors.invalidValue, { attribute });
  const items: unknown[] = list;
  const best =
    items.find((item) => inside(item, 'primary') === true) ??
    items.find((item) => inside(item, 'type') === 'work') ??
    items[0];
  return textOf(typeof best === 'string' ? best : inside(best, 'value'), attribute);
}
