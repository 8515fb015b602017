import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { SiteDocument, SiteDocumentKind, Validity } from '@diemcau/contracts/meetings/site-documents';

/** Days before its end that a document counts as expiring. */
export const expiringDays = 30;

export interface DocumentRow {
  readonly id: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string[];
  readonly kind: SiteDocumentKind;
  readonly title: string;
  readonly number: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly reportedTo: string | null;
  readonly reportedOn: string | null;
  readonly fileId: string | null;
  readonly version: number;
  readonly validity: Validity;
}

/** @param today number of the parameter with the day it is */
export const validitySql = (today: number): string => `CASE
  WHEN d.valid_from > $${today}::date THEN 'upcoming'
  WHEN d.valid_to < $${today}::date THEN 'expired'
  WHEN d.valid_to <= $${today}::date + ${expiringDays} THEN 'expiring'
  ELSE 'valid' END`;

/** @param today number of the parameter with the day it is */
export const documentColumns = (today: number): string => `d.id, d.site_id AS "siteId", s.name AS "siteName",
  s.unit_id AS "unitId", s.unit_name AS "unitName", s.unit_path AS "unitPath", d.kind, d.title, d.number,
  d.valid_from::text AS "validFrom", d.valid_to::text AS "validTo", d.reported_to AS "reportedTo",
  d.reported_on::text AS "reportedOn", d.file_id AS "fileId", d.version, ${validitySql(today)} AS validity`;

export const documentTables = 'site_documents d JOIN sites s ON s.id = d.site_id';

export const toDto = (row: DocumentRow, files: ReadonlyMap<string, StoredFile>): SiteDocument => ({
  id: row.id,
  siteId: row.siteId,
  siteName: row.siteName,
  unitName: row.unitName,
  kind: row.kind,
  title: row.title,
  number: row.number,
  validFrom: row.validFrom,
  validTo: row.validTo,
  validity: row.validity,
  reportedTo: row.reportedTo,
  reportedOn: row.reportedOn,
  file: row.fileId === null ? null : (files.get(row.fileId) ?? null),
  version: row.version,
});
