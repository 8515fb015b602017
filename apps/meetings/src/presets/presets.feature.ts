import type { Feature } from '@diemcau/service/feature';
import { PresetsHandlers } from './presets.handlers.js';
import { PresetsService } from './presets.service.js';

export const presetsFeature: Feature = {
  controllers: [PresetsHandlers],
  providers: [PresetsService],
  entities: [],
  migrations: [],
};
