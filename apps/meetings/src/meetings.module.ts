import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { UnitReportsClient } from '@diemcau/contracts/identity/unit-reports';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { UsersClient } from '@diemcau/contracts/identity/users';
import { Audit } from '@diemcau/service/audit/audit';
import { BusModule } from '@diemcau/service/bus/bus.module';
import { loadConfig } from '@diemcau/service/config/config';
import { DatabaseModule } from '@diemcau/service/database/database.module';
import { JobsModule } from '@diemcau/service/jobs/jobs.module';
import { Module } from '@nestjs/common';
import { MeetingsConfig } from './config.js';
import { meetingsDatabase } from './database.js';
import { AskingService } from './lobby/asking.service.js';
import { DecidingService } from './lobby/deciding.service.js';
import { EntriesService } from './lobby/entries.service.js';
import { LobbyHandlers } from './lobby/lobby.handlers.js';
import { LobbyListService } from './lobby/lobby-list.service.js';
import { OwnEntryService } from './lobby/own-entry.service.js';
import { RemovalHandlers } from './lobby/removal.handlers.js';
import { StaleJob } from './lobby/stale.job.js';
import { TicketsService } from './lobby/tickets.service.js';
import { WaitingService } from './lobby/waiting.service.js';
import { ErasureHandlers } from './privacy/erasure.handlers.js';
import { PersonalDataHandlers } from './privacy/personal-data.handlers.js';
import { RetentionJob } from './privacy/retention.job.js';
import { GuestNamesService } from './rooms/guest-names.service.js';
import { InvitedUnitsService } from './rooms/invited-units.service.js';
import { RoomChangesService } from './rooms/room-changes.service.js';
import { RoomsHandlers } from './rooms/rooms.handlers.js';
import { RoomsService } from './rooms/rooms.service.js';
import { UnitCopiesService } from './rooms/unit-copies.service.js';
import { UnitFactsHandlers } from './rooms/unit-facts.handlers.js';

@Module({
  imports: [
    BusModule.of('meetings', SettingsClient, UnitsClient, UnitReportsClient, UsersClient),
    DatabaseModule.of(meetingsDatabase),
    JobsModule,
  ],
  controllers: [
    RoomsHandlers,
    LobbyHandlers,
    RemovalHandlers,
    UnitFactsHandlers,
    PersonalDataHandlers,
    ErasureHandlers,
  ],
  providers: [
    { provide: MeetingsConfig, useFactory: () => loadConfig(MeetingsConfig) },
    RoomsService,
    RoomChangesService,
    InvitedUnitsService,
    UnitCopiesService,
    GuestNamesService,
    WaitingService,
    AskingService,
    OwnEntryService,
    DecidingService,
    EntriesService,
    LobbyListService,
    TicketsService,
    StaleJob,
    RetentionJob,
    Audit,
  ],
})
export class MeetingsModule {}
