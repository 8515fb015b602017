import type { Feature } from '@diemcau/service/feature';
import { Planning1763770100001 } from '../migrations/1763770100001-planning.js';
import { SeriesDatesService } from './dates.service.js';

export const seriesFeature: Feature = {
  controllers: [],
  providers: [SeriesDatesService],
  entities: [],
  migrations: [Planning1763770100001],
};
