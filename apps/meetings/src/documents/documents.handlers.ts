import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AddDocument,
  ChangeDocument,
  type DocumentPage,
  DocumentQuery,
  type PlanStatusPage,
  PlanStatusQuery,
  type SiteDocument,
  type SiteDocumentList,
  SiteDocumentRef,
  SiteDocuments,
} from '@diemcau/contracts/meetings/site-documents';
import { SiteRef } from '@diemcau/contracts/meetings/sites';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { DocumentChangesService } from './changes.service.js';
import { PlanStatusService } from './plans.service.js';
import { DocumentsReadingService } from './reading.service.js';

@Controller()
export class DocumentsHandlers implements Handlers<typeof SiteDocuments> {
  constructor(
    private readonly reading: DocumentsReadingService,
    private readonly changes: DocumentChangesService,
    private readonly statuses: PlanStatusService,
  ) {}

  @Handles(SiteDocuments.of) async of({ siteId }: SiteRef, caller: Caller): Promise<SiteDocumentList> {
    return this.reading.of(siteId, caller);
  }

  @Handles(SiteDocuments.list) async list(input: DocumentQuery, caller: Caller): Promise<DocumentPage> {
    return this.reading.list(input, caller);
  }

  @Handles(SiteDocuments.plans) async plans(input: PlanStatusQuery, caller: Caller): Promise<PlanStatusPage> {
    return this.statuses.list(input, caller);
  }

  @Handles(SiteDocuments.add) async add(input: AddDocument, caller: Caller): Promise<SiteDocument> {
    return this.reading.known(await this.changes.add(input, caller));
  }

  @Handles(SiteDocuments.change) async change(input: ChangeDocument, caller: Caller): Promise<SiteDocument> {
    await this.changes.change(input, caller);
    return this.reading.known(input.documentId);
  }

  @Handles(SiteDocuments.remove) async remove(input: SiteDocumentRef, caller: Caller): Promise<void> {
    await this.changes.remove(input, caller);
  }
}
