import type { Feature } from '@diemcau/service/feature';
import { Users1763750000002 } from '../migrations/1763750000002-users.js';
import { People1763760000001 } from '../migrations/1763760000001-people.js';
import { LastSignIn1763760504001 } from '../migrations/1763760504001-last-sign-in.js';
import { ChangingService } from './changing.service.js';
import { DetailsService } from './details.service.js';
import { EmailsHandlers } from './emails.handlers.js';
import { EmailsService } from './emails.service.js';
import { IssuingService } from './issuing.service.js';
import { MakingService } from './making.service.js';
import { NamesService } from './names.service.js';
import { ParentsService } from './parents.service.js';
import { PasswordsService } from './passwords.service.js';
import { ReadingService } from './reading.service.js';
import { RevokingService } from './revoking.service.js';
import { StandingService } from './standing.service.js';
import { StatesService } from './states.service.js';
import { UserChangesHandlers } from './user-changes.handlers.js';
import { UserNewsService } from './user-news.service.js';
import { User } from './user.entity.js';
import { UsersHandlers } from './users.handlers.js';
import { UsersService } from './users.service.js';

export const usersFeature: Feature = {
  controllers: [UsersHandlers, UserChangesHandlers, EmailsHandlers],
  providers: [
    UsersService,
    PasswordsService,
    StandingService,
    UserNewsService,
    RevokingService,
    ReadingService,
    DetailsService,
    MakingService,
    ChangingService,
    StatesService,
    IssuingService,
    ParentsService,
    NamesService,
    EmailsService,
  ],
  entities: [User],
  migrations: [Users1763750000002, People1763760000001, LastSignIn1763760504001],
};
