import type { Feature } from '@diemcau/service/feature';
import { ClosedUnitsService } from './closed-units.service.js';

export const successionFeature: Feature = {
  controllers: [],
  providers: [ClosedUnitsService],
  entities: [],
  migrations: [],
};
