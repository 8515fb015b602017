import type { Feature } from '@diemcau/service/feature';
import { Mails1763760404001 } from '../migrations/1763760404001-mails.js';
import { MailHandlers } from './mail.handlers.js';
import { MailService } from './mail.service.js';
import { ReadingMailsService } from './reading.service.js';
import { SendingJob } from './sending.job.js';

export const mailFeature: Feature = {
  controllers: [MailHandlers],
  providers: [MailService, ReadingMailsService, SendingJob],
  entities: [],
  migrations: [Mails1763760404001],
};
