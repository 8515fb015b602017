import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { Nothing } from '@diemcau/contracts/core/page';
import {
  BeginInventory,
  Inventory,
  inventoryErrors,
  inventoryMaxBytes,
  InventoryClient,
  type InventoryColumns,
  InventoryImport,
  InventoryRef,
  type InventoryRowPage,
  InventoryRowQuery,
} from '@diemcau/contracts/meetings/inventory';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { Body, fileTypes } from '../edge/http/uploads.js';

const writing = mayDo('sites.write');

/** Devices out of a spreadsheet (DA-0). */
@Controller()
export class InventoryController {
  constructor(private readonly inventory: InventoryClient) {}

  @Route.get('inventory-columns', Inventory.columns, writing, 'Các cột của tệp kiểm kê · Columns of the file')
  columns(input: Nothing, caller: Caller): Promise<InventoryColumns> {
    return this.inventory.columns(input, caller);
  }

  @Route.post('inventory-imports', Inventory.check, writing, 'Gửi tệp kiểm kê; chạy thử · Upload; dry run', {
    status: 201,
    input: BeginInventory,
    answer: InventoryImport,
    upload: { types: fileTypes, maxBytes: inventoryMaxBytes },
  })
  async check(
    input: BeginInventory,
    caller: Caller,
    @Body() body: AsyncIterable<Buffer>,
  ): Promise<InventoryImport> {
    const data = (await whole(body)).toString('base64');
    return this.inventory.check({ ...input, data }, caller);
  }

  @Route.get('inventory-imports/:importId', Inventory.find, writing, 'Một lần nhập kiểm kê · One import')
  find(input: InventoryRef, caller: Caller): Promise<InventoryImport> {
    return this.inventory.find(input, caller);
  }

  @Route.get(
    'inventory-imports/:importId/rows',
    Inventory.rows,
    writing,
    'Từng dòng và kết quả chạy thử · Rows and outcomes',
  )
  rows(input: InventoryRowQuery, caller: Caller): Promise<InventoryRowPage> {
    return this.inventory.rows(input, caller);
  }

  @Route.post(
    'inventory-imports/:importId/write',
    Inventory.write,
    writing,
    'Ghi các dòng không lỗi · Write the rows without faults',
  )
  write(input: InventoryRef, caller: Caller): Promise<InventoryImport> {
    return this.inventory.write(input, caller);
  }
}

/** What was announced may be less than what comes. @throws Failure `common.tooLarge`, `inventory.empty` */
async function whole(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > inventoryMaxBytes)
      throw new Failure(commonFailures.tooLarge, { maxBytes: inventoryMaxBytes });
    pieces.push(piece);
  }
  if (bytes === 0) throw new Failure(inventoryErrors.empty);
  return Buffer.concat(pieces);
}
