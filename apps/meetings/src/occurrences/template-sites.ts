import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import type { EntityManager } from 'typeorm';
import type { HeldSite } from './made-rows.js';

interface Row {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly limit: number;
}

/**
 * The sites with their units, held until the transaction ends: of two who want the same, one waits for the other instead of
 * both waiting for each other. Retired ones are left out; nobody is expected beyond a site's limit (I20).
 */
export async function holdSites(
  manager: EntityManager,
  wanted: readonly SeriesTemplate['sites'][number][],
): Promise<HeldSite[]> {
  if (wanted.length === 0) return [];
  const rows = await manager.query<Row[]>(
    `SELECT id, unit_id AS "unitId", unit_path AS "unitPath", unit_name AS "unitName", headcount_limit AS "limit"
     FROM sites WHERE id = ANY ($1) AND state <> 'retired' ORDER BY id FOR NO KEY UPDATE`,
    [wanted.map(({ siteId }) => siteId)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap(({ siteId, role, expected }) => {
    const row = byId.get(siteId);
    if (!row) return [];
    const unit = { id: row.unitId, path: row.unitPath, name: row.unitName };
    return [{ siteId, role, expected: Math.min(expected, row.limit), limit: row.limit, unit }];
  });
}
