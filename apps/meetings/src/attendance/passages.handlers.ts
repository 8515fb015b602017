import { LiveRoomFacts, PeerPassed } from '@diemcau/contracts/media/room';
import { OnFact } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** What live rooms tell of who comes and goes. Which meeting it counts for is asked when somebody wants to know. */
@Controller()
export class PassagesHandlers {
  @OnFact(LiveRoomFacts.peerEntered) async entered(
    passed: PeerPassed,
    manager: EntityManager,
  ): Promise<void> {
    await keep(manager, passed, true);
  }

  @OnFact(LiveRoomFacts.peerLeft) async left(passed: PeerPassed, manager: EntityManager): Promise<void> {
    await keep(manager, passed, false);
  }
}

async function keep(
  manager: EntityManager,
  { sessionId, version, roomId, peerId, at }: PeerPassed,
  entered: boolean,
): Promise<void> {
  await manager.query(
    `INSERT INTO room_passages (session_id, version, room_id, peer_id, entered, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [sessionId, version, roomId, peerId, entered, at],
  );
}
