import { Failure } from '@diemcau/contracts/core/failure';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import type { NewSite } from '@diemcau/contracts/meetings/new-site';
import type { SiteWanted } from '@diemcau/contracts/meetings/occurrences-parts';
import type { EntityManager } from 'typeorm';
import type { OccurrenceRow } from './occurrence-row.js';
import type { WantedBooking } from './taken.service.js';

/** @throws Failure `occurrences.twoSites` (I10) */
export function refuseTwo(sites: readonly NewSite[]): void {
  const twice = new Set(sites.map(({ siteId }) => siteId)).size < sites.length;
  const many = (role: SiteWanted['role']) => sites.filter((site) => site.role === role).length > 1;
  if (twice || many('main') || many('standby')) throw new Failure(occurrenceErrors.twoSites);
}

interface Held {
  readonly id: string;
  readonly limit: number;
  readonly usable: boolean;
}

/**
 * Held until the transaction ends, always in the same order: of two who want the same sites one waits for the other.
 * @throws Failure `occurrences.noSuchSite`, `occurrences.tooManyPeople` (I20) with site, number and limit
 */
export async function holdWanted(
  manager: EntityManager,
  provinceId: string | undefined,
  wanted: readonly NewSite[],
): Promise<void> {
  if (wanted.length === 0) return;
  const rows = await manager.query<Held[]>(
    `SELECT id, headcount_limit AS "limit", state <> 'retired' AND unit_path[1] = $2 AS usable
     FROM sites WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE`,
    [wanted.map(({ siteId }) => siteId), provinceId],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const unknown = wanted.filter(({ siteId }) => !byId.get(siteId)?.usable).map(({ siteId }) => siteId);
  if (unknown.length > 0) throw new Failure(occurrenceErrors.noSuchSite, { siteIds: unknown });
  for (const { siteId, expected } of wanted) {
    const limit = byId.get(siteId)?.limit ?? 0;
    if (expected > limit) throw new Failure(occurrenceErrors.tooManyPeople, { siteId, expected, limit });
  }
}

interface SiteNow {
  readonly siteId: string;
  readonly role: string;
  readonly expected: number;
}

/** Makes the meeting's sites those. @returns ids of the ones that came, went or have another role (I15) */
export async function writeSites(
  manager: EntityManager,
  occurrenceId: string,
  wanted: readonly SiteWanted[],
): Promise<string[]> {
  const before = await manager.query<SiteNow[]>(
    'SELECT site_id AS "siteId", role, expected FROM occurrence_sites WHERE occurrence_id = $1',
    [occurrenceId],
  );
  const was = new Map(before.map((site) => [site.siteId, site]));
  const stay = new Set(wanted.map(({ siteId }) => siteId));
  const gone = before.filter(({ siteId }) => !stay.has(siteId)).map(({ siteId }) => siteId);
  const moved = wanted
    .filter(({ siteId, role }) => was.get(siteId)?.role !== role)
    .map(({ siteId }) => siteId);
  if (gone.length > 0) {
    await manager.query('DELETE FROM occurrence_sites WHERE occurrence_id = $1 AND site_id = ANY ($2)', [
      occurrenceId,
      gone,
    ]);
  }
  // Two that change places: for a moment none is main.
  await manager.query(
    `UPDATE occurrence_sites SET role = 'member' WHERE occurrence_id = $1 AND site_id = ANY ($2) AND role <> 'member'`,
    [occurrenceId, moved],
  );
  await manager.query(
    `INSERT INTO occurrence_sites (occurrence_id, site_id, role, expected, headcount_limit)
     SELECT $1, w."siteId", w.role, w.expected, s.headcount_limit
     FROM jsonb_to_recordset($2::jsonb) AS w ("siteId" uuid, role text, expected int) JOIN sites s ON s.id = w."siteId"
     WHERE NOT EXISTS (SELECT FROM occurrence_sites os WHERE os.occurrence_id = $1 AND os.site_id = w."siteId")`,
    [occurrenceId, JSON.stringify(wanted)],
  );
  await manager.query(
    `UPDATE occurrence_sites os SET role = w.role, expected = w.expected, headcount_limit = s.headcount_limit
     FROM jsonb_to_recordset($2::jsonb) AS w ("siteId" uuid, role text, expected int) JOIN sites s ON s.id = w."siteId"
     WHERE os.occurrence_id = $1 AND os.site_id = w."siteId"
       AND (os.role, os.expected, os.headcount_limit) IS DISTINCT FROM (w.role, w.expected, s.headcount_limit)`,
    [occurrenceId, JSON.stringify(wanted)],
  );
  return [...new Set([...gone, ...moved])];
}

/** What it holds, or held before it was refused. */
export async function bookingOf(manager: EntityManager, meeting: OccurrenceRow): Promise<WantedBooking> {
  const sites = await manager.query<{ id: string }[]>(
    'SELECT site_id AS id FROM occurrence_sites WHERE occurrence_id = $1',
    [meeting.id],
  );
  const { id, roomId, startsAt, endsAt } = meeting;
  return { occurrenceId: id, siteIds: sites.map((site) => site.id), roomId, startsAt, endsAt };
}
