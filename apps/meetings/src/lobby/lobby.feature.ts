import type { Feature } from '@diemcau/service/feature';
import { Lobby1763750000002 } from '../migrations/1763750000002-lobby.js';
import { AskingService } from './asking.service.js';
import { DecidingService } from './deciding.service.js';
import { EntriesService } from './entries.service.js';
import { LobbyEntry } from './lobby-entry.entity.js';
import { LobbyHandlers } from './lobby.handlers.js';
import { LobbyListService } from './lobby-list.service.js';
import { OwnEntryService } from './own-entry.service.js';
import { RemovalHandlers } from './removal.handlers.js';
import { StaleJob } from './stale.job.js';
import { TicketsService } from './tickets.service.js';
import { WaitingService } from './waiting.service.js';

export const lobbyFeature: Feature = {
  controllers: [LobbyHandlers, RemovalHandlers],
  providers: [
    WaitingService,
    AskingService,
    OwnEntryService,
    DecidingService,
    EntriesService,
    LobbyListService,
    TicketsService,
    StaleJob,
  ],
  entities: [LobbyEntry],
  migrations: [Lobby1763750000002],
};
