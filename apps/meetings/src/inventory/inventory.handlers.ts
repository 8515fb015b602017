import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Nothing } from '@diemcau/contracts/core/page';
import {
  Inventory,
  type InventoryColumns,
  InventoryFile,
  type InventoryImport,
  InventoryRef,
  type InventoryRowPage,
  InventoryRowQuery,
} from '@diemcau/contracts/meetings/inventory';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { inventoryColumns } from './columns.js';
import { InventoryImportsService } from './imports.service.js';
import { InventoryRowsService } from './rows.service.js';

@Controller()
export class InventoryHandlers implements Handlers<typeof Inventory> {
  constructor(
    private readonly imports: InventoryImportsService,
    private readonly ofRows: InventoryRowsService,
  ) {}

  @Handles(Inventory.columns) async columns(_input: Nothing): Promise<InventoryColumns> {
    return { items: [...inventoryColumns] };
  }

  @Handles(Inventory.check) async check(input: InventoryFile, caller: Caller): Promise<InventoryImport> {
    return this.imports.check(input, caller);
  }

  @Handles(Inventory.find) async find({ importId }: InventoryRef, caller: Caller): Promise<InventoryImport> {
    return this.imports.find(importId, caller);
  }

  @Handles(Inventory.rows) async rows(input: InventoryRowQuery, caller: Caller): Promise<InventoryRowPage> {
    return this.ofRows.list(input, caller);
  }

  @Handles(Inventory.write) async write(
    { importId }: InventoryRef,
    caller: Caller,
  ): Promise<InventoryImport> {
    return this.imports.write(importId, caller);
  }
}
