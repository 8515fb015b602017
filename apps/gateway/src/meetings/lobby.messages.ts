import { askerOf, hostsOf } from '@diemcau/contracts/core/messages';
import { Edge } from '@diemcau/contracts/gateway/edge';
import {
  LobbyClient,
  type LobbyEntry,
  type LobbyPage,
  type OwnEntryRef,
} from '@diemcau/contracts/meetings/lobby';
import type { RoomIdRef } from '@diemcau/contracts/meetings/rooms';
import { Injectable } from '@nestjs/common';
import { anyone, mayDo } from '../edge/auth/access.js';
import { Audiences } from '../edge/live/audiences.js';
import type { Connection } from '../edge/live/connection.js';
import { Receives } from '../edge/live/receives.js';

/** Who watches which lobby; meetings says whether they may. */
@Injectable()
export class LobbyMessages {
  constructor(
    private readonly lobby: LobbyClient,
    private readonly audiences: Audiences,
  ) {}

  @Receives(Edge.watchLobby, mayDo('rooms.host'))
  watchLobby({ roomId }: RoomIdRef, connection: Connection): Promise<LobbyPage> {
    return this.audiences.enter(connection, [hostsOf(roomId)], () =>
      this.lobby.list({ roomId, state: 'waiting', limit: 200 }, connection.caller),
    );
  }

  @Receives(Edge.unwatchLobby, anyone)
  async unwatchLobby({ roomId }: RoomIdRef, connection: Connection): Promise<void> {
    connection.leave([hostsOf(roomId)]);
  }

  @Receives(Edge.watchEntry, anyone)
  watchEntry(entry: OwnEntryRef, connection: Connection): Promise<LobbyEntry> {
    return this.audiences.enter(connection, [askerOf(entry.entryId)], () =>
      this.lobby.look(entry, connection.caller),
    );
  }
}
