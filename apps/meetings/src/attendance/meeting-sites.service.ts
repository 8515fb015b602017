import type { HeadcountLine, SiteAttendance } from '@diemcau/contracts/meetings/attendance';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { GuestNamesService } from '../rooms/guest-names.service.js';
import type { Seat } from './speaks-for.js';

interface SiteRow {
  readonly siteId: string;
  readonly siteName: string;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly role: SiteAttendance['role'];
  readonly expected: number;
  readonly limit: number;
  readonly headcounts: HeadcountLine[];
  readonly operatorIds: string[];
}
export interface MeetingSite {
  readonly row: Omit<SiteRow, 'operatorIds'>;
  readonly seat: Seat;
}

/** The sites of a meeting, main and standby first, with what they declared and who runs them. */
@Injectable()
export class MeetingSitesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly names: GuestNamesService,
  ) {}

  async of(occurrenceId: string): Promise<MeetingSite[]> {
    const rows = await this.database.query<SiteRow[]>(
      `SELECT os.site_id AS "siteId", site.name AS "siteName", site.unit_id AS "unitId", site.unit_path AS "unitPath",
              site.unit_name AS "unitName", os.role, os.expected, os.headcount_limit AS "limit",
              coalesce((SELECT jsonb_agg(jsonb_build_object('version', h.version, 'headcount', h.headcount,
                  'reason', h.reason, 'byUserId', h.by_user_id, 'at', h.at) ORDER BY h.version)
                FROM headcounts h WHERE h.occurrence_id = os.occurrence_id AND h.site_id = os.site_id), '[]') AS headcounts,
              ARRAY (SELECT user_id FROM site_operators o WHERE o.site_id = os.site_id AND user_id IS NOT NULL) AS "operatorIds"
       FROM occurrence_sites os JOIN sites site ON site.id = os.site_id WHERE os.occurrence_id = $1
       ORDER BY array_position(ARRAY['main', 'standby', 'member'], os.role), site.unit_name, site.name`,
      [occurrenceId],
    );
    return rows.map(({ operatorIds, ...row }) => ({
      row,
      seat: {
        siteId: row.siteId,
        unitId: row.unitId,
        siteKey: this.names.keyOf(row.siteName),
        unitKey: this.names.keyOf(row.unitName),
        operatorIds,
      },
    }));
  }
}
