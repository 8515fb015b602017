import type { Feature } from '@diemcau/service/feature';
import { Keys1763760600001 } from '../migrations/1763760600001-keys.js';
import { KeyRightsService } from './key-rights.service.js';
import { KeysHandlers } from './keys.handlers.js';
import { KeysService } from './keys.service.js';
import { MakingService } from './making.service.js';
import { RecognisingService } from './recognising.service.js';

export const keysFeature: Feature = {
  controllers: [KeysHandlers],
  providers: [KeyRightsService, KeysService, MakingService, RecognisingService],
  entities: [],
  migrations: [Keys1763760600001],
};
