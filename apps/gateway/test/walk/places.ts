import { accessToken, type AccessTokenClaims } from '@diemcau/contracts/identity/access-token';
import { type Permission, permissions } from '@diemcau/contracts/identity/permissions';
import { builtInRoles, type Role, roles } from '@diemcau/contracts/identity/roles';
import jwt from 'jsonwebtoken';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** Seen from a district that somebody holds a role on, subtree included. */
export const placeNames = ['own', 'child', 'sibling', 'foreign'] as const;
export type PlaceName = (typeof placeNames)[number];

export interface Place {
  readonly name: PlaceName;
  readonly unitId: string;
  /** From the province down. */
  readonly path: readonly string[];
  /** A word in everything that belongs to the unit, and nowhere else. */
  readonly mark: string;
  /** A word in the unit's own name, which the whole province may read. */
  readonly unitMark: string;
}

/** Whoever asks: a person by an access token, a program by a key. */
export interface Asking {
  readonly token: string;
}
export interface Account extends Asking {
  readonly userId: string;
}

/** Somebody, or a program, with rights on the own district. */
export interface Holder extends Asking {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** The district and what lies below it, or the district alone. */
  readonly subtree: boolean;
}

/** Two provinces; in the first a district, a school below it and the district beside it. */
export interface World {
  readonly places: Readonly<Record<PlaceName, Place>>;
  /**
   * In the own district: every role, held there and below; everything, held there alone; and programs with everything that
   * two of them may hand on, by keys.
   */
  readonly holders: readonly Holder[];
  /** Department admins of the whole province, by place. */
  readonly admins: Readonly<Record<PlaceName, Account>>;
  /** Programs with everything that these may hand on. */
  readonly programs: Readonly<Record<PlaceName, Asking>>;
  readonly sql: Client;
  /** Asks in the name of the place's admin. @throws when it does not succeed: a specimen could not be made */
  asAdmin<T>(place: Place, method: string, path: string, body?: unknown): Promise<T>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}
/** @param path below the interface's address. @param body a string is a file (CSV), all else JSON */
export type Send = (method: string, path: string, token: string, body: unknown) => Promise<Answer>;

/** @param secret ACCESS_TOKEN_SECRET of the system */
export async function makeWorld(sql: Client, secret: string, send: Send): Promise<World> {
  const province = await unit(sql, 'home', 'department', []);
  const abroad = await unit(sql, 'abroad', 'department', []);
  const own = await unit(sql, 'own', 'districtOffice', [province]);
  const places = {
    own: placeOf('own', own, [province, own]),
    child: await below(sql, 'child', 'school', [province, own]),
    sibling: await below(sql, 'sibling', 'districtOffice', [province]),
    foreign: await below(sql, 'foreign', 'districtOffice', [abroad]),
  };
  const account = (role: Role, unitId: string, subtree = true) =>
    makeAccount(sql, secret, { role, unitId, subtree });
  const program = (maker: Account, unitId: string, subtree = true) =>
    makeKey(send, maker, { unitId, subtree });
  const [home, away] = [await account('departmentAdmin', province), await account('departmentAdmin', abroad)];
  const holders: Holder[] = [];
  for (const role of roles)
    holders.push({
      name: role,
      permissions: builtInRoles[role].permissions,
      subtree: true,
      ...(await account(role, own)),
    });
  const [whole, alone] = [
    await account('departmentAdmin', own),
    await account('departmentAdmin', own, false),
  ];
  holders.push(
    { name: 'everything, the unit alone', permissions, subtree: false, ...alone },
    { name: 'a key', permissions, subtree: true, ...(await program(whole, own)) },
    { name: 'a key, the unit alone', permissions, subtree: false, ...(await program(alone, own, false)) },
  );
  const [ours, theirs] = [await program(home, province), await program(away, abroad)];
  const admins = { own: home, child: home, sibling: home, foreign: away };
  return {
    places,
    holders,
    admins,
    programs: { own: ours, child: ours, sibling: ours, foreign: theirs },
    sql,
    asAdmin: async <T>({ name }: Place, method: string, path: string, body?: unknown) => {
      const { status, text } = await send(method, path, admins[name].token, body);
      if (status >= 300) throw new Error(`${method} ${path} at ${name}: ${status} ${text.slice(0, 400)}`);
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },
  };
}

const placeOf = (name: PlaceName, unitId: string, path: readonly string[]): Place => ({
  name,
  unitId,
  path,
  mark: `dau-${name}-z`,
  unitMark: unitMarkOf(name),
});
const unitMarkOf = (name: string): string => `donvi-${name.toLowerCase().replaceAll(' ', '')}-z`;

async function below(sql: Client, name: PlaceName, type: string, above: readonly string[]): Promise<Place> {
  const unitId = await unit(sql, name, type, above);
  return placeOf(name, unitId, [...above, unitId]);
}

async function unit(sql: Client, name: string, type: string, above: readonly string[]): Promise<string> {
  const id = randomUUID();
  await sql.query(
    `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
     VALUES ($1, $2, $3, $4, $5, $5, 'active', '2020-01-01')`,
    [id, above.at(-1) ?? null, type, unitMarkOf(name), `Đơn vị ${unitMarkOf(name)}`],
  );
  return id;
}

interface Held {
  readonly role: Role;
  readonly unitId: string;
  readonly subtree: boolean;
}

async function makeAccount(sql: Client, secret: string, held: Held): Promise<Account> {
  const { role, unitId, subtree } = held;
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  await sql.query(
    `INSERT INTO identity.users (id, user_name, password_hash, display_name, unit_id, state, search, sort_name)
     VALUES ($1::uuid, $1::text, 'x', $2, $3, 'active', $2, $2)`,
    [userId, `Người giữ vai ${role}`, unitId],
  );
  await sql.query(
    `INSERT INTO identity.role_grants (id, user_id, role, unit_id, subtree, valid_from)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, '2020-01-01')`,
    [userId, role, unitId, subtree],
  );
  await sql.query(
    `INSERT INTO identity.sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [sessionId, userId],
  );
  const claims: AccessTokenClaims = {
    sub: userId,
    sid: sessionId,
    rv: 1_000_000,
    grants: [held],
    roles: { [role]: builtInRoles[role].permissions },
  };
  const { algorithm, issuer, audience } = accessToken;
  return { userId, token: jwt.sign(claims, secret, { algorithm, issuer, audience, expiresIn: '1h' }) };
}

/** A program with everything that its maker holds there. */
async function makeKey(
  send: Send,
  maker: Asking,
  of: { readonly unitId: string; readonly subtree: boolean },
): Promise<Asking> {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const wish = { name: 'Phần mềm', ...of, scopes: permissions, expiresAt };
  const { status, text } = await send('POST', 'keys', maker.token, wish);
  if (status >= 300) throw new Error(`no key was made: ${status} ${text.slice(0, 400)}`);
  return { token: (JSON.parse(text) as { secret: string }).secret };
}
