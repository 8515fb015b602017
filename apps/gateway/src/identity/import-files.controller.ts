import type { Caller } from '@diemcau/contracts/core/caller';
import { SlipPage, SlipQuery, SlipSelection } from '@diemcau/contracts/identity/import-slips';
import {
  ImportKindRef,
  ImportKindView,
  ImportRef,
  ImportRowPage,
  ImportRowQuery,
  Imports,
  ImportsClient,
} from '@diemcau/contracts/identity/imports';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { GatewayConfig } from '../config.js';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { csvType, errorsOf, type FileFormat, templateOf, xlsxType } from './imports-files.js';
import { groupsOf } from './slips/groups.js';

const access = mayDo('users.import');
const formats = { xlsx: xlsxType, csv: csvType } as const;

/** The files of bulk provisioning, written while they are sent. */
@Controller()
export class ImportFilesController {
  constructor(
    private readonly imports: ImportsClient,
    private readonly config: GatewayConfig,
  ) {}

  @Route.get<ImportKindRef, ImportKindView, StreamableFile>(
    'import-kinds/:kind/template.xlsx',
    Imports.kind,
    access,
    'Tệp mẫu .xlsx · Template',
    { download: [xlsxType] },
  )
  templateXlsx(input: ImportKindRef, caller: Caller): Promise<StreamableFile> {
    return this.template(input, caller, 'xlsx');
  }

  @Route.get<ImportKindRef, ImportKindView, StreamableFile>(
    'import-kinds/:kind/template.csv',
    Imports.kind,
    access,
    'Tệp mẫu .csv · Template',
    { download: [csvType] },
  )
  templateCsv(input: ImportKindRef, caller: Caller): Promise<StreamableFile> {
    return this.template(input, caller, 'csv');
  }

  @Route.get<ImportRowQuery, ImportRowPage, StreamableFile>(
    'imports/:importId/errors.xlsx',
    Imports.rows,
    access,
    'Các dòng lỗi để sửa và gửi lại · Faulty rows, to be corrected and sent again',
    { input: ImportRef, download: [xlsxType] },
  )
  errorsXlsx(input: ImportRef, caller: Caller): Promise<StreamableFile> {
    return this.errors(input, caller, 'xlsx');
  }

  @Route.get<ImportRowQuery, ImportRowPage, StreamableFile>(
    'imports/:importId/errors.csv',
    Imports.rows,
    access,
    'Các dòng lỗi, .csv · Faulty rows as .csv',
    { input: ImportRef, download: [csvType] },
  )
  errorsCsv(input: ImportRef, caller: Caller): Promise<StreamableFile> {
    return this.errors(input, caller, 'csv');
  }

  @Route.get<SlipQuery, SlipPage, StreamableFile>(
    'imports/:importId/slips.pdf',
    Imports.slips,
    mayDo('users.secrets'),
    'Phiếu tài khoản, mỗi lớp một trang · Credential slips, a page a class',
    { input: SlipSelection, download: ['application/pdf'] },
  )
  async slips(selection: SlipSelection, caller: Caller): Promise<StreamableFile> {
    // The first page is asked for before anything is answered, so that a refusal is one.
    const first = await this.imports.slips(selection, caller);
    const groups = groupsOf(this.imports, selection, first, caller);
    const { slipsPdf } = await import('./slips/slips-pdf.js');
    return file(slipsPdf(groups, this.config.publicUrl), 'application/pdf', 'phieu-tai-khoan.pdf');
  }

  private async template(
    { kind }: ImportKindRef,
    caller: Caller,
    format: FileFormat,
  ): Promise<StreamableFile> {
    const found = await this.imports.kind({ kind }, caller);
    return file(templateOf(found, format), formats[format], `mau-${kind}.${format}`);
  }

  private async errors({ importId }: ImportRef, caller: Caller, format: FileFormat): Promise<StreamableFile> {
    const view = await this.imports.find({ importId }, caller);
    const kind = await this.imports.kind({ kind: view.kind }, caller);
    return file(errorsOf(this.imports, view, kind, caller, format), formats[format], `dong-loi.${format}`);
  }
}

const file = (stream: Readable, type: string, name: string): StreamableFile =>
  new StreamableFile(stream, { type, disposition: `attachment; filename="${name}"` });
