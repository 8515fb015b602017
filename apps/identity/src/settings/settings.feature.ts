import type { Feature } from '@diemcau/service/feature';
import { Settings1763760701001 } from '../migrations/1763760701001-settings.js';
import { ChangingService } from './changing.service.js';
import { SettingsHandlers } from './settings.handlers.js';
import { SettingsService } from './settings.service.js';

export const settingsFeature: Feature = {
  controllers: [SettingsHandlers],
  providers: [SettingsService, ChangingService],
  entities: [],
  migrations: [Settings1763760701001],
};
