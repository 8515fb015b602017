import type { Caller } from '@diemcau/contracts/core/caller';
import { Nothing } from '@diemcau/contracts/core/page';
import type { SlipCountPage, SlipCountQuery } from '@diemcau/contracts/identity/import-slips';
import {
  BeginImport,
  type ImportKindList,
  importMaxBytes,
  type ImportPage,
  type ImportQuery,
  type ImportRef,
  type ImportRowPage,
  type ImportRowQuery,
  Imports,
  ImportsClient,
  ImportView,
  type MapColumns,
} from '@diemcau/contracts/identity/imports';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { Body, fileTypes } from '../edge/http/uploads.js';
import { sendFile } from './imports-upload.js';

const access = mayDo('users.import');

/** Bulk provisioning (TE-3a): a file in, a dry run to look at, then the writing in the background. */
@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsClient) {}

  @Route.get(
    'import-kinds',
    Imports.kinds,
    access,
    'Các loại tệp nhập và cột của chúng · What can be imported',
  )
  kinds(input: Nothing, caller: Caller): Promise<ImportKindList> {
    return this.imports.kinds(input, caller);
  }

  @Route.post(
    'imports',
    Imports.begin,
    access,
    'Gửi tệp .xlsx hoặc .csv; chạy thử · Upload; dry run begins',
    {
      status: 202,
      input: BeginImport,
      answer: ImportView,
      upload: { types: fileTypes, maxBytes: importMaxBytes },
    },
  )
  upload(input: BeginImport, caller: Caller, @Body() body: AsyncIterable<Buffer>): Promise<ImportView> {
    return sendFile(this.imports, input, body, caller);
  }

  @Route.get('imports', Imports.list, access, 'Các lần nhập · Imports, the latest first')
  list(input: ImportQuery, caller: Caller): Promise<ImportPage> {
    return this.imports.list(input, caller);
  }

  @Route.get('imports/:importId', Imports.find, access, 'Một lần nhập, tiến độ · One import and its progress')
  find(input: ImportRef, caller: Caller): Promise<ImportView> {
    return this.imports.find(input, caller);
  }

  @Route.put(
    'imports/:importId/columns',
    Imports.map,
    access,
    'Gán cột, chạy thử lại · Map columns, dry run again',
    {
      status: 202,
    },
  )
  map(input: MapColumns, caller: Caller): Promise<ImportView> {
    return this.imports.map(input, caller);
  }

  @Route.get(
    'imports/:importId/rows',
    Imports.rows,
    access,
    'Từng dòng và kết quả chạy thử · Rows and outcomes',
  )
  rows(input: ImportRowQuery, caller: Caller): Promise<ImportRowPage> {
    return this.imports.rows(input, caller);
  }

  @Route.post(
    'imports/:importId/start',
    Imports.start,
    access,
    'Ghi các dòng hợp lệ · Write the rows without faults',
    {
      status: 202,
    },
  )
  start(input: ImportRef, caller: Caller): Promise<ImportView> {
    return this.imports.start(input, caller);
  }

  @Route.post(
    'imports/:importId/cancel',
    Imports.cancel,
    access,
    'Huỷ, giữ những gì đã ghi · Cancel what is not written',
  )
  cancel(input: ImportRef, caller: Caller): Promise<ImportView> {
    return this.imports.cancel(input, caller);
  }

  @Route.get(
    'imports/:importId/slip-counts',
    Imports.slipCounts,
    mayDo('users.secrets'),
    'Số phiếu theo đơn vị, theo lớp · How many slips by unit, by class',
  )
  slipCounts(input: SlipCountQuery, caller: Caller): Promise<SlipCountPage> {
    return this.imports.slipCounts(input, caller);
  }
}
