import type { Feature } from '@diemcau/service/feature';
import { Invitations1763770400002 } from '../migrations/1763770400002-invitations.js';
import { WithoutAccount1763770400004 } from '../migrations/1763770400004-without-account.js';
import { AnsweringService } from './answering.service.js';
import { DelegatingService } from './delegating.service.js';
import { InvitationJobs } from './invitation.jobs.js';
import { InvitationsHandlers } from './invitations.handlers.js';
import { InvitationsService } from './invitations.service.js';
import { InvitingService } from './inviting.service.js';
import { LinksService } from './links.service.js';
import { ListingService } from './listing.service.js';
import { MineService } from './mine.service.js';
import { NamesService } from './names.service.js';
import { RecipientsService } from './recipients.service.js';
import { RepliesHandlers } from './replies.handlers.js';
import { SweepingService } from './sweeping.service.js';
import { TellingService } from './telling.service.js';
import { WritingService } from './writing.service.js';

export const invitationsFeature: Feature = {
  controllers: [InvitationsHandlers, RepliesHandlers],
  providers: [
    InvitationsService,
    ListingService,
    InvitingService,
    MineService,
    AnsweringService,
    DelegatingService,
    LinksService,
    NamesService,
    RecipientsService,
    WritingService,
    TellingService,
    SweepingService,
    InvitationJobs,
  ],
  entities: [],
  migrations: [Invitations1763770400002, WithoutAccount1763770400004],
};
