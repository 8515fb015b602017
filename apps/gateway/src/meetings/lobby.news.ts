import { askerOf, everyoneIn, hostsOf } from '@diemcau/contracts/core/messages';
import { EdgePushes } from '@diemcau/contracts/gateway/edge';
import { type LobbyEntry, LobbyFacts } from '@diemcau/contracts/meetings/lobby';
import { RoomFacts } from '@diemcau/contracts/meetings/rooms';
import { Pushes } from '@diemcau/service/bus/pushes';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audiences } from '../edge/live/audiences.js';

/** Named one by one: whatever else a fact should carry one day, the guest's token never reaches a host. */
const shown = (entry: LobbyEntry): LobbyEntry => ({
  id: entry.id,
  roomId: entry.roomId,
  fullName: entry.fullName,
  unitId: entry.unitId,
  state: entry.state,
  reason: entry.reason,
  duplicateOf: entry.duplicateOf,
  lineTestId: entry.lineTestId,
  askedAt: entry.askedAt,
  decidedAt: entry.decidedAt,
});

/** Turns the facts of meetings into live messages for those who watch. */
@Injectable()
export class LobbyNews implements OnApplicationBootstrap {
  constructor(
    private readonly pushes: Pushes,
    private readonly audiences: Audiences,
  ) {}

  onApplicationBootstrap(): void {
    for (const fact of Object.values(LobbyFacts)) {
      this.pushes.overhear(fact, (entry) =>
        this.audiences.tell(
          [hostsOf(entry.roomId), askerOf(entry.id)],
          EdgePushes.lobbyChanged,
          shown(entry),
        ),
      );
    }
    this.pushes.overhear(RoomFacts.changed, (room) =>
      this.audiences.tell([everyoneIn(room.id), hostsOf(room.id)], EdgePushes.roomChanged, room),
    );
  }
}
