import type { Feature } from '@diemcau/service/feature';
import { Closing1763770850001 } from '../migrations/1763770850001-closing.js';
import { ClosingHandlers } from './closing.handlers.js';
import { ClosingRowsService } from './closing-rows.service.js';
import { ClosingService } from './closing.service.js';

export const closingFeature: Feature = {
  controllers: [ClosingHandlers],
  providers: [ClosingRowsService, ClosingService],
  entities: [],
  migrations: [Closing1763770850001],
};
