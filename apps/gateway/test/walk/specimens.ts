import { randomUUID } from 'node:crypto';
import type { Place, World } from './places.js';

/** What a place's admin makes there, through the interface itself. Everything carries the place's mark. */
export type Made = { readonly id: string; readonly version: number } & Record<string, unknown>;

const madeBy =
  (path: string, body: (place: Place) => object) =>
  (place: Place, world: World): Promise<Made> =>
    world.asAdmin<Made>(place, 'POST', path, body(place));

/** Differs at every call: codes and names must not meet. */
export const unique = (): string => randomUUID().slice(0, 8);

export const user = madeBy('users', ({ unitId, mark }) => ({
  displayName: `Người ${mark} ${unique()}`,
  unitId,
  kind: 'staff',
  code: `${mark}-${unique()}`,
}));

export const student = madeBy('users', ({ unitId, mark }) => ({
  displayName: `Em ${mark} ${unique()}`,
  unitId,
  kind: 'student',
  birthDate: '2012-03-04',
}));

export const schoolYear = '2026-2027';
export const schoolClass = madeBy('classes', ({ unitId, mark }) => ({
  unitId,
  schoolYear,
  name: `${mark} ${unique()}`,
}));

export async function classWithStudent(place: Place, world: World) {
  const [made, pupil] = [await schoolClass(place, world), await student(place, world)];
  const path = `classes/${made.id}/members/${pupil.id}`;
  const { version } = await world.asAdmin<Made>(place, 'PUT', path, {});
  return { classId: made.id, version, studentId: pupil.id };
}

export const rosterEntry = madeBy('roster', ({ unitId, mark }) => ({
  unitId,
  name: `Cán bộ ${mark} ${unique()}`,
  duties: 'Phụ trách chính',
  since: '2026-01-01',
}));

export async function training(place: Place, world: World) {
  const { id: entryId } = await rosterEntry(place, world);
  const body = { course: place.mark, date: '2026-02-01', issuer: null, certificateNo: null };
  const entry = await world.asAdmin<{ training: { id: string }[] }>(
    place,
    'POST',
    `roster/${entryId}/training`,
    body,
  );
  return { entryId, trainingId: entry.training[0]?.id ?? '' };
}

export async function grant(place: Place, world: World): Promise<Made> {
  const { id: userId } = await user(place, world);
  const body = { userId, role: 'attendee', unitId: place.unitId, subtree: false };
  return world.asAdmin<Made>(place, 'POST', 'grants', body);
}

export const role = madeBy('roles', ({ mark }) => ({
  nameVi: `Vai ${mark} ${unique()}`,
  nameEn: `Role ${mark}`,
  permissions: ['units.read'],
}));

export const key = async (place: Place, world: World): Promise<Made> => {
  const body = {
    name: place.mark,
    unitId: place.unitId,
    subtree: false,
    scopes: ['units.read'],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  return (await world.asAdmin<{ key: Made }>(place, 'POST', 'keys', body)).key;
};

export const webhook = async (place: Place, world: World): Promise<Made> => {
  const body = {
    name: place.mark,
    unitId: place.unitId,
    subtree: false,
    url: 'https://diemcau.example/webhook',
    events: ['users.changed'],
  };
  return (await world.asAdmin<{ webhook: Made }>(place, 'POST', 'webhooks', body)).webhook;
};

export async function foundedUnit(place: Place, world: World): Promise<Made> {
  const event = await world.asAdmin<{ id: string; unitId: string }>(place, 'POST', 'units', {
    parentId: place.unitId,
    type: 'division',
    name: `Tổ ${unique()}`,
    code: `to-${unique()}`,
    effectiveOn: '2026-01-01',
  });
  return world.asAdmin<Made>(place, 'GET', `units/${event.unitId}`);
}

/** Renames a unit of its own, on a day to come. */
export async function renaming(place: Place, world: World) {
  const { id: unitId, version } = await foundedUnit(place, world);
  return {
    kind: 'rename',
    unitId,
    version,
    name: `Tổ ${place.mark}`,
    effectiveOn: '2999-01-01',
    decisionNumber: place.mark,
    decisionDate: null,
  };
}

export const plannedEvent = async (place: Place, world: World): Promise<Made> =>
  world.asAdmin<Made>(place, 'POST', 'unit-events', await renaming(place, world));

/** A request for the archive of somebody's data, and of whom. */
export async function archiveRequest(place: Place, world: World) {
  const { id: userId } = await user(place, world);
  return { userId, ...(await world.asAdmin<Made>(place, 'POST', 'privacy/archives', { userId })) };
}

export async function erasureRequest(place: Place, world: World) {
  const { id: userId, userName } = await user(place, world);
  const made = await world.asAdmin<Made>(place, 'POST', 'privacy/erasures', { userId, userName });
  return { userName, ...made };
}

export async function auditEntry(place: Place, world: World): Promise<string> {
  const { id: objectId } = await user(place, world);
  const page = await world.asAdmin<{ items: Made[] }>(place, 'GET', `audit?objectId=${objectId}`);
  return page.items[0]?.id ?? '';
}

export async function session(place: Place, world: World) {
  const { id: userId } = await user(place, world);
  const sessionId = randomUUID();
  await world.sql.query(
    `INSERT INTO identity.sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [sessionId, userId],
  );
  return { userId, sessionId };
}

export async function room({ path, mark }: Place, { sql }: World) {
  const [roomId, slug] = [randomUUID(), `phong-${unique()}`];
  const policy = { mode: 'pickOrType', minWords: 1, pattern: null, exampleName: 'Trường Mẫu' };
  await sql.query(
    `INSERT INTO meetings.rooms
       (id, slug, name, owner_unit_id, owner_unit_name, owner_unit_path, name_policy, required_mbps, support)
     VALUES ($1, $2, $3, $4, $3, $5, $6, 10, '[]')`,
    [roomId, slug, mark, path.at(-1), path, JSON.stringify(policy)],
  );
  return { roomId, slug };
}

export async function knock(place: Place, world: World) {
  const { roomId, slug } = await room(place, world);
  const entry = await world.asAdmin<Made>(place, 'POST', `rooms/${slug}/lobby`, {
    fullName: `Khách ${place.mark} ${unique()}`,
  });
  return { roomId, entryId: entry.id };
}

export async function passkey(place: Place, world: World) {
  const [{ id: userId }, factorId] = [await user(place, world), randomUUID()];
  await world.sql.query(
    `INSERT INTO identity.passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name)
     VALUES ($1::uuid, $2, $1::text, '\\x00', 0, '{}', false, $3)`,
    [factorId, userId, place.mark],
  );
  return { userId, factorId };
}

/** A mail that was purged of its words but for the subject. */
export async function mail(place: Place, world: World): Promise<string> {
  const [{ id: userId }, mailId] = [await user(place, world), randomUUID()];
  await world.sql.query(
    `INSERT INTO identity.mails (id, province_id, user_id, kind, state, subject)
     VALUES ($1, $2, $3, 'passwordChanged', 'purged', $4)`,
    [mailId, place.path[0], userId, place.mark],
  );
  return mailId;
}
