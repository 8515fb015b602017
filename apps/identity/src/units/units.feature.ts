import type { Feature } from '@diemcau/service/feature';
import { Units1763750000001 } from '../migrations/1763750000001-units.js';
import { UnitTypes1763760201001 } from '../migrations/1763760201001-unit-types.js';
import { UnitHistory1763760202001 } from '../migrations/1763760202001-unit-history.js';
import { UserMoves1763760203001 } from '../migrations/1763760203001-user-moves.js';
import { PlannedUnits1763760204001 } from '../migrations/1763760204001-planned-units.js';
import { TiedProvinces1763880000001 } from '../migrations/1763880000001-tied-provinces.js';
import { PlanningService } from './planning.service.js';
import { TakingEffectService } from './taking-effect.service.js';
import { TreesService } from './trees.service.js';
import { UnitEventsHandlers } from './unit-events.handlers.js';
import { UnitEventsService } from './unit-events.service.js';
import { UnitHistoryService } from './unit-history.service.js';
import { UnitReportsHandlers } from './unit-reports.handlers.js';
import { UnitReportsService } from './unit-reports.service.js';
import { UnitTypesHandlers } from './unit-types.handlers.js';
import { UnitTypesService } from './unit-types.service.js';
import { Unit } from './unit.entity.js';
import { UnitsHandlers } from './units.handlers.js';
import { UnitsService } from './units.service.js';

export const unitsFeature: Feature = {
  controllers: [UnitsHandlers, UnitEventsHandlers, UnitReportsHandlers, UnitTypesHandlers],
  providers: [
    UnitsService,
    TreesService,
    TakingEffectService,
    UnitEventsService,
    PlanningService,
    UnitHistoryService,
    UnitReportsService,
    UnitTypesService,
  ],
  entities: [Unit],
  migrations: [
    Units1763750000001,
    UnitTypes1763760201001,
    UnitHistory1763760202001,
    UserMoves1763760203001,
    PlannedUnits1763760204001,
    TiedProvinces1763880000001,
  ],
};
