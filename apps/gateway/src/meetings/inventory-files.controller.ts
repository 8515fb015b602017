import type { Caller } from '@diemcau/contracts/core/caller';
import { Nothing } from '@diemcau/contracts/core/page';
import {
  Inventory,
  InventoryClient,
  type InventoryColumns,
  InventoryRef,
  InventoryRowPage,
  type InventoryRowQuery,
} from '@diemcau/contracts/meetings/inventory';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { csvType, xlsxType } from '../identity/imports-files.js';
import { errorsFile, templateFile } from './inventory-files.js';

const writing = mayDo('sites.write');

/** The files of inventory imports, written while they are sent. */
@Controller()
export class InventoryFilesController {
  constructor(private readonly inventory: InventoryClient) {}

  @Route.get<Nothing, InventoryColumns, StreamableFile>(
    'inventory-template.xlsx',
    Inventory.columns,
    writing,
    'Tệp mẫu kiểm kê .xlsx · Template',
    { download: [xlsxType] },
  )
  async templateXlsx(input: Nothing, caller: Caller): Promise<StreamableFile> {
    const { items } = await this.inventory.columns(input, caller);
    return file(templateFile(items, 'xlsx'), xlsxType, 'mau-kiem-ke.xlsx');
  }

  @Route.get<Nothing, InventoryColumns, StreamableFile>(
    'inventory-template.csv',
    Inventory.columns,
    writing,
    'Tệp mẫu kiểm kê .csv · Template',
    { download: [csvType] },
  )
  async templateCsv(input: Nothing, caller: Caller): Promise<StreamableFile> {
    const { items } = await this.inventory.columns(input, caller);
    return file(templateFile(items, 'csv'), csvType, 'mau-kiem-ke.csv');
  }

  @Route.get<InventoryRowQuery, InventoryRowPage, StreamableFile>(
    'inventory-imports/:importId/errors.xlsx',
    Inventory.rows,
    writing,
    'Các dòng lỗi để sửa và gửi lại · Faulty rows, to be corrected and sent again',
    { input: InventoryRef, download: [xlsxType] },
  )
  async errors({ importId }: InventoryRef, caller: Caller): Promise<StreamableFile> {
    const { header } = await this.inventory.find({ importId }, caller);
    return file(errorsFile(this.inventory, importId, header, caller), xlsxType, 'dong-loi.xlsx');
  }
}

const file = (stream: Readable, type: string, name: string): StreamableFile =>
  new StreamableFile(stream, { type, disposition: `attachment; filename="${name}"` });
