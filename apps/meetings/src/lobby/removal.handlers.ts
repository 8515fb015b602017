import { LiveRoomFacts, PeerRemoved } from '@diemcau/contracts/media/room';
import { OnFact } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { EntriesService } from './entries.service.js';
import { LobbyEntry } from './lobby-entry.entity.js';

@Controller()
export class RemovalHandlers {
  constructor(private readonly entries: EntriesService) {}

  /** I21: no ticket for who was put out of the room. Members have no entry; the live room itself keeps them out. */
  @OnFact(LiveRoomFacts.peerRemoved) async removed(
    { roomId, peerId, by }: PeerRemoved,
    manager: EntityManager,
  ): Promise<void> {
    const entry = await manager.findOneBy(LobbyEntry, { id: peerId, roomId });
    if (entry)
      await this.entries.decide(manager, [peerId], ['admitted', 'withdrawn'], { state: 'removed', by });
  }
}
