import type { Feature } from '@diemcau/service/feature';
import { Equipment1763770700001 } from '../migrations/1763770700001-equipment.js';
import { VitalParts1763770900002 } from '../migrations/1763770900002-vital-parts.js';
import { AskedDevicesService } from './asked-devices.service.js';
import { CatalogueHandlers } from './catalogue.handlers.js';
import { CatalogueService } from './catalogue.service.js';
import { DefiningService } from './defining.service.js';
import { DeviceListService } from './device-list.service.js';
import { DevicesService } from './devices.service.js';
import { EquipmentHandlers } from './equipment.handlers.js';
import { KeepingService } from './keeping.service.js';
import { MovingService } from './moving.service.js';
import { ProvincesService } from './provinces.service.js';

export const equipmentFeature: Feature = {
  controllers: [CatalogueHandlers, EquipmentHandlers],
  providers: [
    ProvincesService,
    CatalogueService,
    DefiningService,
    DevicesService,
    DeviceListService,
    AskedDevicesService,
    KeepingService,
    MovingService,
  ],
  entities: [],
  migrations: [Equipment1763770700001, VitalParts1763770900002],
};
