import type { Feature } from '@diemcau/service/feature';
import { InventoryImportsService } from './imports.service.js';
import { InventoryHandlers } from './inventory.handlers.js';
import { InventoryReadingService } from './reading.service.js';
import { InventoryRowsService } from './rows.service.js';
import { WorldsService } from './worlds.service.js';
import { InventoryWriterService } from './writer.service.js';

/** Its tables came with those of equipment. */
export const inventoryFeature: Feature = {
  controllers: [InventoryHandlers],
  providers: [
    InventoryReadingService,
    WorldsService,
    InventoryWriterService,
    InventoryImportsService,
    InventoryRowsService,
  ],
  entities: [],
  migrations: [],
};
