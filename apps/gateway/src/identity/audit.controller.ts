import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type AuditDetailPage,
  type AuditEntryDetail,
  type AuditEntryRef,
  AuditFilter,
  type AuditHead,
  AuditLog,
  AuditLogClient,
  type AuditPage,
  type AuditQuery,
} from '@diemcau/contracts/identity/audit';
import { Controller, StreamableFile } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { auditCsv, auditJsonLines, csvType, entriesOf, jsonLinesType } from './audit-files.js';

const access = mayDo('audit.read');

/** Who did what (I7): to be searched, read and taken along. */
@Controller()
export class AuditController {
  constructor(private readonly log: AuditLogClient) {}

  @Route.get('audit', AuditLog.list, access, 'Nhật ký, mới nhất trước · The audit log, newest first')
  list(input: AuditQuery, caller: Caller): Promise<AuditPage> {
    return this.log.list(input, caller);
  }

  @Route.get(
    'audit/head',
    AuditLog.head,
    access,
    'Điểm cuối của chuỗi băm, để ghi lại ở nơi khác · Head of the hash chain, to be noted elsewhere',
  )
  head(input: Nothing, caller: Caller): Promise<AuditHead> {
    return this.log.head(input, caller);
  }

  @Route.get<AuditQuery, AuditDetailPage, StreamableFile>(
    'audit/export.csv',
    AuditLog.export,
    access,
    'Xuất nhật ký .csv; việc xuất cũng được ghi nhật ký · Export as .csv; which is itself logged',
    { input: AuditFilter, download: [csvType] },
  )
  async csv(input: AuditFilter, caller: Caller): Promise<StreamableFile> {
    const entries = await entriesOf(this.log, input, caller);
    return new StreamableFile(auditCsv(entries), { type: csvType, disposition: named('csv') });
  }

  @Route.get<AuditQuery, AuditDetailPage, StreamableFile>(
    'audit/export.jsonl',
    AuditLog.export,
    access,
    'Xuất nhật ký, mỗi dòng một mục JSON · Export as JSON lines',
    { input: AuditFilter, download: [jsonLinesType] },
  )
  async jsonLines(input: AuditFilter, caller: Caller): Promise<StreamableFile> {
    const entries = await entriesOf(this.log, input, caller);
    return new StreamableFile(auditJsonLines(entries), { type: jsonLinesType, disposition: named('jsonl') });
  }

  @Route.get('audit/:entryId', AuditLog.find, access, 'Một mục nhật ký · One entry, before and after')
  find(input: AuditEntryRef, caller: Caller): Promise<AuditEntryDetail> {
    return this.log.find(input, caller);
  }
}

const named = (ending: string): string => `attachment; filename="nhat-ky.${ending}"`;
