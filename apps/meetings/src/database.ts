import type { DatabaseOptions } from '@diemcau/service/database/database.module';
import { LobbyEntry } from './lobby/lobby-entry.entity.js';
import { Rooms1763750000001 } from './migrations/1763750000001-rooms.js';
import { Lobby1763750000002 } from './migrations/1763750000002-lobby.js';
import { InvitedUnit } from './rooms/invited-unit.entity.js';
import { Room } from './rooms/room.entity.js';

export const meetingsDatabase: DatabaseOptions = {
  schema: 'meetings',
  entities: [Room, InvitedUnit, LobbyEntry],
  migrations: [Rooms1763750000001, Lobby1763750000002],
};
