import type { Feature } from '@diemcau/service/feature';
import { Rooms1763750000001 } from '../migrations/1763750000001-rooms.js';
import { GuestNamesService } from './guest-names.service.js';
import { InvitedUnit } from './invited-unit.entity.js';
import { InvitedUnitsService } from './invited-units.service.js';
import { RoomOpeningService } from './opening.service.js';
import { Room } from './room.entity.js';
import { RoomChangesService } from './room-changes.service.js';
import { RoomsHandlers } from './rooms.handlers.js';
import { RoomsService } from './rooms.service.js';
import { UnitCopiesService } from './unit-copies.service.js';
import { UnitFactsHandlers } from './unit-facts.handlers.js';

export const roomsFeature: Feature = {
  controllers: [RoomsHandlers, UnitFactsHandlers],
  providers: [
    RoomsService,
    RoomChangesService,
    InvitedUnitsService,
    RoomOpeningService,
    UnitCopiesService,
    GuestNamesService,
  ],
  entities: [Room, InvitedUnit],
  migrations: [Rooms1763750000001],
};
