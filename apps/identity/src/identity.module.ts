import { BusModule } from '@diemcau/service/bus/bus.module';
import { loadConfig } from '@diemcau/service/config/config';
import { DatabaseModule } from '@diemcau/service/database/database.module';
import { JobsModule } from '@diemcau/service/jobs/jobs.module';
import { Module } from '@nestjs/common';
import { IdentityConfig } from './config.js';
import { identityDatabase } from './database.js';
import { AccessTokens } from './sessions/access-tokens.js';
import { EndingService } from './sessions/ending.service.js';
import { PurgeJob } from './sessions/purge.job.js';
import { SessionsHandlers } from './sessions/sessions.handlers.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInService } from './sessions/sign-in.service.js';
import { UnitsHandlers } from './units/units.handlers.js';
import { UnitsService } from './units/units.service.js';
import { UsersHandlers } from './users/users.handlers.js';
import { PasswordsService } from './users/passwords.service.js';
import { UsersService } from './users/users.service.js';

@Module({
  imports: [BusModule.of('identity'), DatabaseModule.of(identityDatabase), JobsModule],
  controllers: [UnitsHandlers, UsersHandlers, SessionsHandlers],
  providers: [
    { provide: IdentityConfig, useFactory: () => loadConfig(IdentityConfig) },
    UnitsService,
    UsersService,
    PasswordsService,
    AccessTokens,
    SignInService,
    SessionsService,
    EndingService,
    PurgeJob,
  ],
})
export class IdentityModule {}
