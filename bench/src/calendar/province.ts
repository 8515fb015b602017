import { randomUUID } from 'node:crypto';
import { accessToken, type AccessTokenClaims } from '@diemcau/contracts/identity/access-token';
import { builtInRoles } from '@diemcau/contracts/identity/roles';
import jwt from 'jsonwebtoken';
import type { Client } from 'pg';

/** How much of a province there is; each unit has one site and five weekly meetings, each with three sites. */
export interface Size {
  /** A multiple of three: neighbours take part in each other's meetings at different hours. */
  readonly units: number;
  /** Of meetings held before today: this many of each series. */
  readonly weeks: number;
}
export const seriesPerUnit = 5;
export const occurrencesOf = ({ units, weeks }: Size): number => units * seriesPerUnit * weeks;

/** Ids come of names: both sides of the measurement find them again. With the version and variant that make a UUID (RFC 9562). */
const uuidOf = (name: string): string =>
  `overlay(overlay(md5(${name}) PLACING '8' FROM 13 FOR 1) PLACING 'a' FROM 17 FOR 1)::uuid`;
const id = (kind: string, ...parts: string[]): string => uuidOf(`'${kind}-' || ${parts.join(` || '-' || `)}`);
const province = uuidOf(`'province'`);
/** A unit's neighbour; there is none at either end, so it goes round. */
const neighbour = (step: number): string => `((u + ${step} - 1) % $1::int + 1)`;

/** Of an hour and more of the day, so that whatever day a holiday shifts a meeting to, no site is held twice. */
const minutesOfDay = `(420 + 40 * (3 * k + u % 3))`;

/** Everything that belongs to meetings is another after this. Series are drafts: nothing is made of them yet. */
export async function fill(database: Client, size: Size): Promise<void> {
  await database.query('SET search_path = meetings');
  await database.query('TRUNCATE series, occurrences, sites, plans, reminder_policies CASCADE');
  // What is measured is making meetings, not writing thousands of mails about them.
  await database.query(`INSERT INTO reminder_policies (province_id, rules) VALUES (${province}, '[]')`);
  await addUnits(database, size);
  await addSites(database, size);
  await addSeries(database, size);
  await addPast(database, size);
  await database.query('VACUUM ANALYZE');
}

async function addUnits(database: Client, { units }: Size): Promise<void> {
  await database.query(
    `INSERT INTO identity.units (id, type, code, name, search, state, valid_from)
     VALUES (${province}, 'department', 'so', 'Sở mẫu', 'so mau', 'active', '2020-01-01') ON CONFLICT DO NOTHING`,
  );
  await database.query(
    `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
     SELECT ${id('unit', 'u')}, ${province}, 'school', 'truong-' || u, 'Trường mẫu ' || u, 'truong mau ' || u, 'active', '2020-01-01'
     FROM generate_series(1, $1::int) u ON CONFLICT DO NOTHING`,
    [units],
  );
}

const owner = `${id('unit', 'u')}, ARRAY[${province}, ${id('unit', 'u')}], 'Trường mẫu ' || u`;

async function addSites(database: Client, { units }: Size): Promise<void> {
  await database.query(
    `INSERT INTO sites (id, unit_id, unit_path, unit_name, name, search, capacity)
     SELECT ${id('site', 'u')}, ${owner}, 'Phòng họp ' || u, 'phong hop ' || u, 40 FROM generate_series(1, $1::int) u`,
    [units],
  );
}

async function addSeries(database: Client, { units, weeks }: Size): Promise<void> {
  await database.query(
    `INSERT INTO series (id, unit_id, unit_path, unit_name, kind, title, rule, first_day, starts_at, duration_min, shift,
       state, template, made_until)
     SELECT ${id('series', 'u', 'k')}, ${owner}, 'briefing', 'Giao ban ' || u || '/' || k,
       'FREQ=WEEKLY;BYDAY=' || (ARRAY['MO', 'TU', 'WE', 'TH', 'FR'])[k + 1],
       current_date - 7 * $2::int, time '00:00' + make_interval(mins => ${minutesOfDay}), 40, 'nextWorkingDay', 'draft',
       jsonb_build_object('roomId', NULL, 'chairId', ${id('chair', 'u')}, 'directorId', NULL, 'secretaryId', NULL,
         'composition', 'Ban giám hiệu', 'dispatch', jsonb_build_object('number', '1/KH', 'date', '2026-01-05'),
         'agenda', jsonb_build_array(
           jsonb_build_object('title', 'Công việc tuần', 'unitId', NULL, 'minutes', 30, 'dueDays', 2)),
         'sites', jsonb_build_array(
           jsonb_build_object('siteId', ${id('site', 'u')}, 'role', 'main', 'expected', 20),
           jsonb_build_object('siteId', ${id('site', neighbour(1))}, 'role', 'member', 'expected', 20),
           jsonb_build_object('siteId', ${id('site', neighbour(2))}, 'role', 'member', 'expected', 20))),
       current_date - 1
     FROM generate_series(1, $1::int) u, generate_series(0, 4) k`,
    [units, weeks],
  );
}

/** What was held before, without the triggers that look after single rows. */
async function addPast(database: Client, { units, weeks }: Size): Promise<void> {
  await database.query(`SET session_replication_role = 'replica'`);
  const nominal = `(date_trunc('week', current_date)::date - 7 * w + k)`;
  await database.query(
    `INSERT INTO occurrences (id, series_id, nominal_date, unit_id, unit_path, unit_name, kind, title, state, starts_at,
       ends_at, chair_id)
     SELECT ${id('occurrence', 'u', 'k', 'w')}, ${id('series', 'u', 'k')}, ${nominal}, ${owner}, 'briefing',
       'Giao ban ' || u || '/' || k, 'reported', at, at + interval '40 minutes', ${id('chair', 'u')}
     FROM generate_series(1, $1::int) u, generate_series(0, 4) k, generate_series(1, $2::int) w,
       LATERAL (SELECT (${nominal} + make_interval(mins => ${minutesOfDay})) AT TIME ZONE 'Asia/Ho_Chi_Minh') AS time (at)`,
    [units, weeks],
  );
  await database.query(
    `INSERT INTO occurrence_sites (occurrence_id, site_id, site_no, unit_id, role, expected, during, booked)
     SELECT occurrence.id, site.id, site.no, site.unit_id, CASE step WHEN 0 THEN 'main' ELSE 'member' END, 20,
       occurrence.during, occurrence.booked
     FROM generate_series(1, $1::int) u, generate_series(0, 4) k, generate_series(1, $2::int) w, generate_series(0, 2) step,
       LATERAL (SELECT id, during, booked FROM occurrences WHERE id = ${id('occurrence', 'u', 'k', 'w')}) occurrence,
       LATERAL (SELECT id, no, unit_id FROM sites WHERE id = ${id('site', neighbour(0).replace('+ 0', '+ step'))}) site`,
    [units, weeks],
  );
  await database.query(`SET session_replication_role = 'origin'`);
}

/** Somebody of the department, who sees the whole province; and the ids of its units. */
export async function lookers(
  database: Client,
  secret: string,
): Promise<{ token: string; unitIds: readonly string[] }> {
  const { rows } = await database.query<{ id: string; provinceId: string }>(
    `SELECT unit_id AS id, unit_path[1] AS "provinceId" FROM sites ORDER BY no`,
  );
  const { algorithm, issuer, audience } = accessToken;
  const claims: AccessTokenClaims = {
    sub: randomUUID(),
    sid: randomUUID(),
    rv: 1,
    grants: [{ role: 'departmentAdmin', unitId: rows[0]?.provinceId ?? '', subtree: true }],
    roles: { departmentAdmin: builtInRoles.departmentAdmin.permissions },
  };
  return {
    token: jwt.sign(claims, secret, { algorithm, issuer, audience, expiresIn: '1h' }),
    unitIds: rows.map((row) => row.id),
  };
}
