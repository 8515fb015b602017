import type { Feature } from '@diemcau/service/feature';
import { PlansOfAPeriod1763770950001 } from '../migrations/1763770950001-plans-of-a-period.js';
import { PlansTold1763876000001 } from '../migrations/1763876000001-plans-told.js';
import { DecidingPlansService } from './deciding.service.js';
import { PlanLettersService } from './letters.service.js';
import { PlansHandlers } from './plans.handlers.js';
import { PlansService } from './plans.service.js';
import { RenewingPlansService } from './renewing.service.js';
import { WritingPlansService } from './writing.service.js';

export const plansFeature: Feature = {
  controllers: [PlansHandlers],
  providers: [
    PlansService,
    WritingPlansService,
    DecidingPlansService,
    RenewingPlansService,
    PlanLettersService,
  ],
  entities: [],
  migrations: [PlansOfAPeriod1763770950001, PlansTold1763876000001],
};
