import type { InventoryImport } from '@diemcau/contracts/meetings/inventory';

export type ImportRow = Omit<InventoryImport, 'createdAt' | 'writtenAt'> & {
  readonly createdAt: Date;
  readonly writtenAt: Date | null;
};

const countOf = (outcome: string): string =>
  `(SELECT count(*)::int FROM inventory_rows r WHERE r.import_id = m.id AND r.outcome = '${outcome}')`;

export const importColumns = `m.id, m.file_name AS "fileName", m.state, m.header, ${countOf('create')} AS "create",
  ${countOf('change')} AS change, ${countOf('unchanged')} AS unchanged, ${countOf('error')} AS error,
  m.created_at AS "createdAt", m.written_at AS "writtenAt"`;

export const toImport = (row: ImportRow): InventoryImport => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  writtenAt: row.writtenAt?.toISOString() ?? null,
});
