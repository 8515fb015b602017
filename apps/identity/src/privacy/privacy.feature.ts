import { Bus } from '@diemcau/contracts/core/contract';
import { MediaPersonalDataClient } from '@diemcau/contracts/media/personal-data';
import { MeetingsPersonalDataClient } from '@diemcau/contracts/meetings/personal-data';
import type { Feature } from '@diemcau/service/feature';
import { Privacy1763760703001 } from '../migrations/1763760703001-privacy.js';
import { ArchiveService } from './archive.service.js';
import { AskingService } from './asking.service.js';
import { DecidingService } from './deciding.service.js';
import { EraserService } from './eraser.service.js';
import { KindsService } from './kinds.service.js';
import { PrivacyHandlers } from './privacy.handlers.js';
import { RequestsService } from './requests.service.js';
import { RetentionJob } from './retention.job.js';
import { RunnerService } from './runner.service.js';

export const privacyFeature: Feature = {
  controllers: [PrivacyHandlers],
  providers: [
    ...[MeetingsPersonalDataClient, MediaPersonalDataClient].map((client) => ({
      provide: client,
      useFactory: (bus: Bus) => new client(bus),
      inject: [Bus],
    })),
    KindsService,
    RequestsService,
    AskingService,
    DecidingService,
    ArchiveService,
    EraserService,
    RunnerService,
    RetentionJob,
  ],
  entities: [],
  migrations: [Privacy1763760703001],
};
