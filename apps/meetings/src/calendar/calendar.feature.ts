import type { Feature } from '@diemcau/service/feature';
import { CalendarDaysService } from './calendar-days.service.js';
import { CalendarHandlers } from './calendar.handlers.js';
import { CalendarsService } from './calendars.service.js';
import { ProvincesService } from './provinces.service.js';
import { YearsService } from './years.service.js';

export const calendarFeature: Feature = {
  controllers: [CalendarHandlers],
  providers: [CalendarsService, ProvincesService, YearsService, CalendarDaysService],
  entities: [],
  migrations: [],
};
