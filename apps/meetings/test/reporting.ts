import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';

interface Held {
  readonly unitPath: readonly string[];
  readonly siteIds: readonly string[];
  readonly startsAt?: string;
  readonly state?: string;
  readonly headcount?: number;
  readonly check?: 'pass' | 'fail';
}

/** A meeting as it stands after it took place: 90 minutes, 40 people expected at each site. @returns its id */
export async function heldMeeting(bed: TestBed, of: Held): Promise<string> {
  const { unitPath, siteIds, startsAt = '2026-03-25T01:00:00Z', state = 'ended', headcount, check } = of;
  const id = randomUUID();
  await bed.sql(
    `INSERT INTO meetings.occurrences (id, unit_id, unit_path, unit_name, kind, title, state, starts_at, ends_at)
     VALUES ($1, $2, $3, 'Đơn vị', 'briefing', 'Giao ban mẫu', $4, $5, $5::timestamptz + interval '90 minutes')`,
    [id, unitPath.at(-1), unitPath, state, startsAt],
  );
  for (const [i, siteId] of siteIds.entries()) {
    await bed.sql(
      `INSERT INTO meetings.occurrence_sites (occurrence_id, site_id, role, expected) VALUES ($1, $2, $3, 40)`,
      [id, siteId, i === 0 ? 'main' : 'member'],
    );
    if (headcount !== undefined) await declared(bed, id, siteId, headcount);
    if (check) await checked(bed, id, siteId, check);
  }
  return id;
}

export const declared = (bed: TestBed, id: string, siteId: string, headcount: number, version = 1) =>
  bed.sql(
    `INSERT INTO meetings.headcounts (occurrence_id, site_id, version, headcount, headcount_limit, reason, at)
     VALUES ($1, $2, $3, $4, 40, 'Đếm lại', now())`,
    [id, siteId, version, headcount],
  );

async function checked(bed: TestBed, id: string, siteId: string, state: 'pass' | 'fail'): Promise<void> {
  const testId = randomUUID();
  await bed.sql(
    `INSERT INTO meetings.device_tests (id, line_test_id, occurrence_id, site_id, up_mbps, down_mbps, round_trip_ms,
       jitter_ms, loss_percent, required_mbps, sound, picture, items, reasons, at)
     VALUES ($1, gen_random_uuid(), $2, $3, 20, 20, 10, 1, 0, 10, '{}', '{}', '[]', $4, now())`,
    [testId, id, siteId, state === 'pass' ? [] : ['line']],
  );
  await bed.sql(
    `INSERT INTO meetings.connection_checks (occurrence_id, site_id, state, attempt, finished_at, test_id)
     VALUES ($1, $2, $3, 1, now(), $4)`,
    [id, siteId, state, testId],
  );
}
