import type { Feature } from '@diemcau/service/feature';
import { ClosingReminders1763770900003 } from '../migrations/1763770900003-closing-reminders.js';
import { Reminders1763770300002 } from '../migrations/1763770300002-reminders.js';
import { PolicyService } from './policy.service.js';
import { PlacesService } from './places.service.js';
import { RecipientsService } from './recipients.service.js';
import { ReminderListService } from './reminder-list.service.js';
import { RemindersHandlers } from './reminders.handlers.js';
import { RemindersJob } from './reminders.job.js';

export const remindersFeature: Feature = {
  controllers: [RemindersHandlers],
  providers: [PolicyService, PlacesService, RecipientsService, ReminderListService, RemindersJob],
  entities: [],
  migrations: [Reminders1763770300002, ClosingReminders1763770900003],
};
