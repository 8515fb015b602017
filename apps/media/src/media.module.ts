import { SessionsClient } from '@diemcau/contracts/identity/sessions';
import { Revocations } from '@diemcau/service/auth/revocations';
import { BusModule } from '@diemcau/service/bus/bus.module';
import { DatabaseModule } from '@diemcau/service/database/database.module';
import { Module } from '@nestjs/common';
import { loadMediaConfig, MediaConfig } from './config.js';
import { LineHandlers, LinePlacementHandlers } from './line/line.handlers.js';
import { LineService } from './line/line.service.js';
import { LineResultsService } from './line/line-results.service.js';
import { LiveRooms1763700000000 } from './migrations/1763700000000-live-rooms.js';
import { PeersOfEvents1763760704001 } from './migrations/1763760704001-peers-of-events.js';
import { MediaTests1763784000001 } from './migrations/1763784000001-media-tests.js';
import { MediaTestsService } from './mirror/media-tests.service.js';
import { MirrorHandlers, MirrorPlacementHandlers } from './mirror/mirror.handlers.js';
import { MirrorService } from './mirror/mirror.service.js';
import { MirrorTicketsService } from './mirror/mirror-tickets.service.js';
import { ForgettingHandlers } from './privacy/forgetting.handlers.js';
import { LineTestsJob } from './privacy/line-tests.job.js';
import { PersonalDataHandlers } from './privacy/personal-data.handlers.js';
import { JoiningService } from './rooms/joining.service.js';
import { NodesService } from './rooms/nodes.service.js';
import { PresidingService } from './rooms/presiding.service.js';
import { PlacementHandlers, RoomHandlers } from './rooms/room.handlers.js';
import { RoomLeaseService } from './rooms/room-lease.service.js';
import { RoomLogService } from './rooms/room-log.service.js';
import { RevokedSeatsService } from './rooms/revoked-seats.service.js';
import { RoomsService } from './rooms/rooms.service.js';
import { TakingPartService } from './rooms/taking-part.service.js';
import { SfuService } from './sfu/sfu.service.js';
import { WorkersService } from './sfu/workers.service.js';
import { StreamsHandlers } from './streams/streams.handlers.js';
import { StreamsService } from './streams/streams.service.js';
import { TicketsService } from './tickets/tickets.service.js';

@Module({
  imports: [
    BusModule.of('media', SessionsClient),
    DatabaseModule.of({
      schema: 'media',
      entities: [],
      migrations: [LiveRooms1763700000000, PeersOfEvents1763760704001, MediaTests1763784000001],
    }),
  ],
  controllers: [
    PlacementHandlers,
    RoomHandlers,
    StreamsHandlers,
    LinePlacementHandlers,
    LineHandlers,
    MirrorPlacementHandlers,
    MirrorHandlers,
    PersonalDataHandlers,
    ForgettingHandlers,
  ],
  providers: [
    { provide: MediaConfig, useFactory: loadMediaConfig },
    WorkersService,
    SfuService,
    NodesService,
    RoomLogService,
    RoomLeaseService,
    RoomsService,
    Revocations,
    RevokedSeatsService,
    TicketsService,
    JoiningService,
    TakingPartService,
    PresidingService,
    StreamsService,
    LineService,
    LineResultsService,
    LineTestsJob,
    MirrorService,
    MirrorTicketsService,
    MediaTestsService,
  ],
})
export class MediaModule {}
