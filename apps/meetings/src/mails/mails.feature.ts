import type { Feature } from '@diemcau/service/feature';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { MeetingsConfig } from '../config.js';
import { OutgoingMails1763770400001 } from '../migrations/1763770400001-outgoing-mails.js';
import { OutgoingMailsDueAtOnce1763770900004 } from '../migrations/1763770900004-outgoing-mails-due-at-once.js';
import { DeliveringJob } from './delivering.job.js';
import { MailsService } from './mails.service.js';
import { OperatorsService } from './operators.service.js';

export const mailsFeature: Feature = {
  controllers: [],
  providers: [
    {
      provide: SecretBox,
      inject: [MeetingsConfig],
      // Each purpose has a key of its own, derived from the secret.
      useFactory: ({ ticketSecret }: MeetingsConfig) => new SecretBox(ticketSecret),
    },
    MailsService,
    OperatorsService,
    DeliveringJob,
  ],
  entities: [],
  migrations: [OutgoingMails1763770400001, OutgoingMailsDueAtOnce1763770900004],
};
