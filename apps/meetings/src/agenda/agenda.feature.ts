import type { Feature } from '@diemcau/service/feature';
import { AgendaHandlers } from './agenda.handlers.js';
import { AgendaService } from './agenda.service.js';
import { OwedAgendaService } from './owed.service.js';
import { SubmittingService } from './submitting.service.js';
import { AgendaWritingService } from './writing.service.js';

export const agendaFeature: Feature = {
  controllers: [AgendaHandlers],
  providers: [AgendaService, AgendaWritingService, OwedAgendaService, SubmittingService],
  entities: [],
  migrations: [],
};
