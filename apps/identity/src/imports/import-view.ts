import type { ImportView } from '@diemcau/contracts/identity/imports';
import type { ImportRecord } from './import-row.js';

/** @param slips people whose initial secret can still be printed */
export const toView = (record: ImportRecord, slips: number): ImportView => ({
  id: record.id,
  kind: record.kind,
  fileName: record.fileName,
  state: record.state,
  done: record.done,
  of: record.total,
  counts: record.counts,
  columns: record.columns,
  headerRow: record.headerRow,
  fault: record.fault,
  slips,
  createdAt: record.createdAt.toISOString(),
  createdBy: record.createdBy,
  finishedAt: record.finishedAt?.toISOString() ?? null,
});
