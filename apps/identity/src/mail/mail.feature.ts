import type { Feature } from '@diemcau/service/feature';
import { Mails1763760404001 } from '../migrations/1763760404001-mails.js';
import { MailsOfMeetings1763760490001 } from '../migrations/1763760490001-mails-of-meetings.js';
import { MailsToTheRoster1763760710001 } from '../migrations/1763760710001-mails-to-the-roster.js';
import { MailsDueAtOnce1763760730001 } from '../migrations/1763760730001-mails-due-at-once.js';
import { AddresseesHandlers } from './addressees.handlers.js';
import { AddresseesService } from './addressees.service.js';
import { MailHandlers } from './mail.handlers.js';
import { MailService } from './mail.service.js';
import { ReadingMailsService } from './reading.service.js';
import { SendingForServicesService } from './sending-for-services.service.js';
import { SendingJob } from './sending.job.js';
import { UnregisteredService } from './unregistered.service.js';

export const mailFeature: Feature = {
  controllers: [MailHandlers, AddresseesHandlers],
  providers: [
    MailService,
    ReadingMailsService,
    SendingJob,
    SendingForServicesService,
    AddresseesService,
    UnregisteredService,
  ],
  entities: [],
  migrations: [
    Mails1763760404001,
    MailsOfMeetings1763760490001,
    MailsToTheRoster1763760710001,
    MailsDueAtOnce1763760730001,
  ],
};
