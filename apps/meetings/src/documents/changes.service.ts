import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type AddDocument,
  type ChangeDocument,
  siteDocumentErrors,
  type SiteDocumentRef,
} from '@diemcau/contracts/meetings/site-documents';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { changesBetween, SiteEventsService } from '../sites/events.service.js';
import { SitesService } from '../sites/sites.service.js';
import type { DocumentRow } from './document-row.js';
import { DocumentsReadingService } from './reading.service.js';

/** Papers of one site; a list of them is answered whole. */
const mostPerSite = 200;
const attachment = { purpose: 'document', permission: 'sites.read' } as const;

type Words = Pick<
  DocumentRow,
  'title' | 'number' | 'validFrom' | 'validTo' | 'reportedTo' | 'reportedOn' | 'fileId'
>;

@Injectable()
export class DocumentChangesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly reading: DocumentsReadingService,
    private readonly files: FilesService,
    private readonly events: SiteEventsService,
  ) {}

  /** @returns the id. @throws Failure `sites.notFound`, `siteDocuments.dates`, `.tooMany`, `files.notFound`, `.wrongKind` */
  async add({ siteId, kind, ...input }: AddDocument, caller: Caller): Promise<string> {
    const words = wordsOf({
      number: null,
      validTo: null,
      reportedTo: null,
      reportedOn: null,
      fileId: null,
      ...input,
    });
    checkDates(words);
    const id = randomUUID();
    await this.database.transaction(async (manager) => {
      const { unitId, unitPath } = await this.sites.hold(manager, caller, 'sites.write', siteId);
      const [{ there }] = await manager.query<[{ there: number }]>(
        'SELECT count(*)::int AS there FROM site_documents WHERE site_id = $1',
        [siteId],
      );
      if (there >= mostPerSite) throw new Failure(siteDocumentErrors.tooMany, { mostPerSite });
      if (words.fileId) await this.files.attach(manager, words.fileId, unitPath, caller, attachment);
      await manager.query(
        `INSERT INTO site_documents (id, site_id, kind, title, number, valid_from, valid_to, reported_to, reported_on, file_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, siteId, kind, ...Object.values(words)],
      );
      const object = { kind: 'siteDocument', id };
      const after = { siteId, kind, ...words };
      const audited = { action: 'siteDocuments.add', unitId, object, after };
      const told = { kind: 'documentAdded', name: words.title } as const;
      await this.events.record(manager, caller, siteId, audited, told);
    });
    return id;
  }

  /** @throws Failure `siteDocuments.notFound`, `.changed`, `.dates`, `files.notFound`, `.wrongKind` */
  async change({ documentId, version, ...given }: ChangeDocument, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const document = await this.reading.allowing(manager, caller, 'sites.write', documentId);
      const { unitId, unitPath } = document;
      if (document.version !== version) {
        throw new Failure(siteDocumentErrors.changed, { version: document.version });
      }
      const before = wordsOf(document);
      const stated = Object.entries(given).filter(([, value]) => value !== undefined);
      const after: Words = { ...before, ...Object.fromEntries(stated) };
      checkDates(after);
      await this.files.replace(manager, filesOf(before), filesOf(after), unitPath, caller, attachment);
      await manager.query(
        `UPDATE site_documents SET title = $2, number = $3, valid_from = $4, valid_to = $5, reported_to = $6,
           reported_on = $7, file_id = $8, version = version + 1 WHERE id = $1`,
        [documentId, ...Object.values(wordsOf(after))],
      );
      const object = { kind: 'siteDocument', id: documentId };
      const audited = { action: 'siteDocuments.change', unitId, object, before, after };
      const changes = changesBetween({ ...before, fileId: null }, { ...after, fileId: null });
      const told = { kind: 'documentChanged', name: after.title, changes } as const;
      await this.events.record(manager, caller, document.siteId, audited, told);
    });
  }

  /** @throws Failure `siteDocuments.notFound` */
  async remove({ documentId }: SiteDocumentRef, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const document = await this.reading.allowing(manager, caller, 'sites.write', documentId);
      await manager.query('DELETE FROM site_documents WHERE id = $1', [documentId]);
      await this.files.release(manager, filesOf(document));
      const audited = {
        action: 'siteDocuments.remove',
        unitId: document.unitId,
        object: { kind: 'siteDocument', id: documentId },
        before: { siteId: document.siteId, kind: document.kind, ...wordsOf(document) },
      };
      const told = { kind: 'documentRemoved', name: document.title } as const;
      await this.events.record(manager, caller, document.siteId, audited, told);
    });
  }
}

const filesOf = ({ fileId }: Pick<Words, 'fileId'>): string[] => (fileId === null ? [] : [fileId]);

/** In the order of the columns. */
const wordsOf = ({ title, number, validFrom, validTo, reportedTo, reportedOn, fileId }: Words): Words => ({
  title,
  number,
  validFrom,
  validTo,
  reportedTo,
  reportedOn,
  fileId,
});

function checkDates({ validFrom, validTo }: Words): void {
  if (validTo !== null && validTo < validFrom) throw new Failure(siteDocumentErrors.dates);
}
