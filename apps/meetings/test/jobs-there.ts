import { eventually, type TestBed } from '@diemcau/testing/service';

/** Jobs begin in the background: until their queue is there. */
export async function jobsAreThere(bed: TestBed): Promise<void> {
  const isThere = `SELECT to_regclass('meetings_jobs.schedule') IS NOT NULL AS there`;
  await eventually(
    async () => (await bed.sql<{ there: boolean }>(isThere))[0],
    (row) => row?.there === true,
    20_000,
  );
}
