import type { Caller } from '@diemcau/contracts/core/caller';
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
  SiteDocumentsClient,
} from '@diemcau/contracts/meetings/site-documents';
import { Expiries, ExpiriesClient, type ExpiryPage, ExpiryQuery } from '@diemcau/contracts/meetings/expiries';
import { SiteRef } from '@diemcau/contracts/meetings/sites';
import { Controller, StreamableFile } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { xlsxType } from '../identity/imports-files.js';
import { tableFile } from '../identity/people-files.js';
import { plansTable } from './sites-files.js';

const [read, write] = [mayDo('sites.read'), mayDo('sites.write')];

/** Management plan, security plan and other papers of sites (DA-1c, DA-1d). */
@Controller()
export class SiteDocumentsController {
  constructor(
    private readonly documents: SiteDocumentsClient,
    private readonly endings: ExpiriesClient,
  ) {}

  @Route.get('sites/:siteId/documents', SiteDocuments.of, read, 'Văn bản của điểm cầu · Documents of a site')
  of(input: SiteRef, caller: Caller): Promise<SiteDocumentList> {
    return this.documents.of(input, caller);
  }

  @Route.post('sites/:siteId/documents', SiteDocuments.add, write, 'Thêm văn bản · Add a document', {
    status: 201,
  })
  add(input: AddDocument, caller: Caller): Promise<SiteDocument> {
    return this.documents.add(input, caller);
  }

  @Route.get('site-documents', SiteDocuments.list, read, 'Văn bản, sắp hết hạn trước · Documents')
  list(input: DocumentQuery, caller: Caller): Promise<DocumentPage> {
    return this.documents.list(input, caller);
  }

  @Route.patch('site-documents/:documentId', SiteDocuments.change, write, 'Sửa văn bản · Change a document')
  change(input: ChangeDocument, caller: Caller): Promise<SiteDocument> {
    return this.documents.change(input, caller);
  }

  @Route.delete('site-documents/:documentId', SiteDocuments.remove, write, 'Xoá văn bản · Remove a document')
  remove(input: SiteDocumentRef, caller: Caller): Promise<void> {
    return this.documents.remove(input, caller);
  }

  @Route.get('site-expiries', Expiries.list, read, 'Sắp hết hạn, đã hết hạn · What is to be renewed')
  expiries(input: ExpiryQuery, caller: Caller): Promise<ExpiryPage> {
    return this.endings.list(input, caller);
  }

  @Route.get('site-plans', SiteDocuments.plans, read, 'Tình trạng kế hoạch, phương án · Status of plans')
  plans(input: PlanStatusQuery, caller: Caller): Promise<PlanStatusPage> {
    return this.documents.plans(input, caller);
  }

  @Route.get<PlanStatusQuery, PlanStatusPage, StreamableFile>(
    'site-plans/export.xlsx',
    SiteDocuments.plans,
    read,
    'Tình trạng kế hoạch, .xlsx · Status of plans as .xlsx',
    { download: [xlsxType] },
  )
  async plansXlsx(input: PlanStatusQuery, caller: Caller): Promise<StreamableFile> {
    const table = await plansTable((cursor) => this.documents.plans({ ...input, ...cursor }, caller));
    return tableFile(table, 'tinh-trang-ke-hoach', 'xlsx');
  }
}
