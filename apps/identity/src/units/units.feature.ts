import type { Feature } from '../features.js';
import { Units1763750000001 } from '../migrations/1763750000001-units.js';
import { Unit } from './unit.entity.js';
import { UnitsHandlers } from './units.handlers.js';
import { UnitsService } from './units.service.js';

export const unitsFeature: Feature = {
  controllers: [UnitsHandlers],
  providers: [UnitsService],
  entities: [Unit],
  migrations: [Units1763750000001],
};
