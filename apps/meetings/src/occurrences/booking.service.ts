import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HeldSite } from './made-rows.js';
import { holdSites } from './template-sites.js';

/** Sites and rooms of new meetings (I9): what is taken is kept as a conflict. */
@Injectable()
export class BookingService {
  /** {@link holdSites} */
  hold(manager: EntityManager, wanted: SeriesTemplate['sites']): Promise<HeldSite[]> {
    return holdSites(manager, wanted);
  }

  /** @param sites held by `hold`. @returns ids of the meetings that did not get all of them */
  async bookSites(
    manager: EntityManager,
    meetings: readonly { readonly id: string }[],
    sites: readonly HeldSite[],
  ): Promise<ReadonlySet<string>> {
    if (meetings.length === 0 || sites.length === 0) return new Set();
    const wanted = [
      meetings.map(({ id }) => id),
      JSON.stringify(sites.map(({ siteId, role, expected, limit }) => ({ siteId, role, expected, limit }))),
    ];
    const rows = await manager.query<{ id: string }[]>(
      `WITH wanted AS (
         SELECT m.id, w."siteId" AS site_id, w.role, w.expected, w."limit" FROM unnest($1::uuid[]) AS m (id),
           jsonb_to_recordset($2::jsonb) AS w ("siteId" uuid, role text, expected int, "limit" int)
       ), booked AS (
         INSERT INTO occurrence_sites (occurrence_id, site_id, role, expected, headcount_limit)
         SELECT id, site_id, role, expected, "limit" FROM wanted
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
