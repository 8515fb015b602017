import type { Feature } from '@diemcau/service/feature';
import { Planning1763770100001 } from '../migrations/1763770100001-planning.js';
import { ActivatingSeriesService } from './activating.service.js';
import { ApprovingSeriesService } from './approving.service.js';
import { BookedService } from './booked.service.js';
import { ChangingSeriesService } from './changing.service.js';
import { ChoosingService } from './choosing.service.js';
import { ConflictsService } from './conflicts.service.js';
import { SeriesDatesService } from './dates.service.js';
import { EndingSeriesService } from './ending.service.js';
import { MadeMeetingsService } from './made-meetings.service.js';
import { MakingSeriesService } from './making.service.js';
import { MissedDatesService } from './missed-dates.service.js';
import { NextDatesService } from './next-dates.service.js';
import { PlacesService } from './places.service.js';
import { PlannedConflictsService } from './planned-conflicts.service.js';
import { PreviewService } from './preview.service.js';
import { RemakingService } from './remaking.service.js';
import { SeriesChangesHandlers } from './series-changes.handlers.js';
import { SeriesHandlers } from './series.handlers.js';
import { SeriesService } from './series.service.js';
import { SuccessionService } from './succession.service.js';
import { TemplateCheckService } from './template-check.service.js';
import { WaitingDatesService } from './waiting-dates.service.js';

export const seriesFeature: Feature = {
  controllers: [SeriesHandlers, SeriesChangesHandlers],
  providers: [
    SeriesService,
    SeriesDatesService,
    NextDatesService,
    MissedDatesService,
    WaitingDatesService,
    PreviewService,
    ConflictsService,
    BookedService,
    PlannedConflictsService,
    PlacesService,
    TemplateCheckService,
    MakingSeriesService,
    ChangingSeriesService,
    ChoosingService,
    EndingSeriesService,
    ActivatingSeriesService,
    ApprovingSeriesService,
    SuccessionService,
    MadeMeetingsService,
    RemakingService,
  ],
  entities: [],
  migrations: [Planning1763770100001],
};
