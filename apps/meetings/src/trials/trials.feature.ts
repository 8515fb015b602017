import type { Feature } from '@diemcau/service/feature';
import { Trials1763770500002 } from '../migrations/1763770500002-trials.js';
import { TrialLetters1763770950001 } from '../migrations/1763770950001-trial-letters.js';
import { TrialEndsTold1763785000004 } from '../migrations/1763785000004-trial-ends-told.js';
import { TrialLettersService } from './letters.service.js';
import { PlanningTrialsService } from './planning-trials.service.js';
import { TrialsHandlers } from './trials.handlers.js';
import { TrialsService } from './trials.service.js';
import { TryingOutService } from './trying-out.service.js';
import { UnitsWantedService } from './units-wanted.service.js';
import { WindowsJob } from './windows.job.js';
import { WindowsService } from './windows.service.js';

export const trialsFeature: Feature = {
  controllers: [TrialsHandlers],
  providers: [
    TrialsService,
    UnitsWantedService,
    PlanningTrialsService,
    WindowsService,
    TrialLettersService,
    WindowsJob,
    TryingOutService,
  ],
  entities: [],
  migrations: [Trials1763770500002, TrialLetters1763770950001, TrialEndsTold1763785000004],
};
