import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SiteOf } from './made-rows.js';

/** Sites and rooms of new meetings (I9): what is taken is kept as a conflict. */
@Injectable()
export class BookingService {
  /** @param sites held by `holdSites`. @returns ids of the meetings that did not get all of them */
  async bookSites(
    manager: EntityManager,
    meetings: readonly { readonly id: string }[],
    sites: readonly SiteOf[],
  ): Promise<ReadonlySet<string>> {
    if (meetings.length === 0 || sites.length === 0) return new Set();
    const wanted = [
      meetings.map(({ id }) => id),
      JSON.stringify(sites.map(({ siteId, role, expected }) => ({ siteId, role, expected }))),
    ];
    const rows = await manager.query<{ id: string }[]>(
      `WITH wanted AS (
         SELECT m.id, w."siteId" AS site_id, w.role, w.expected FROM unnest($1::uuid[]) AS m (id),
           jsonb_to_recordset($2::jsonb) AS w ("siteId" uuid, role text, expected int)
       ), booked AS (
         INSERT INTO occurrence_sites (occurrence_id, site_id, role, expected, headcount_limit)
         SELECT w.id, w.site_id, w.role, w.expected, s.headcount_limit FROM wanted w JOIN sites s ON s.id = w.site_id
         ON CONFLICT DO NOTHING RETURNING occurrence_id, site_id
       )
       INSERT INTO occurrence_conflicts (occurrence_id, kind, object_id, role, expected)
       SELECT w.id, 'site', w.site_id, w.role, w.expected FROM wanted w
       WHERE NOT EXISTS (SELECT FROM booked b WHERE b.occurrence_id = w.id AND b.site_id = w.site_id)
       RETURNING occurrence_id AS id`,
      wanted,
    );
    return new Set(rows.map(({ id }) => id));
  }

  async noteRooms(
    manager: EntityManager,
    meetings: readonly { readonly id: string; readonly roomTaken: boolean }[],
    roomId: string | null,
  ): Promise<void> {
    const ids = meetings.filter(({ roomTaken }) => roomTaken).map(({ id }) => id);
    if (ids.length === 0) return;
    await manager.query(
      `INSERT INTO occurrence_conflicts (occurrence_id, kind, object_id) SELECT id, 'room', $2 FROM unnest($1::uuid[]) AS id`,
      [ids, roomId],
    );
  }
}
