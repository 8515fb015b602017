import { RoomFacts } from '@diemcau/contracts/meetings/rooms';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invitedUnit, InvitedUnitsService } from './invited-units.service.js';
import { Room } from './room.entity.js';
import { toDto } from './rooms.service.js';

/** Rooms that open and close by themselves, with the meetings held in them. */
@Injectable()
export class RoomOpeningService {
  constructor(
    private readonly invited: InvitedUnitsService,
    private readonly facts: Facts,
  ) {}

  /** From now on it is these units that guests may pick, and guests may ask to enter. */
  async open(
    manager: EntityManager,
    roomId: string,
    units: readonly { readonly id: string; readonly name: string }[],
  ): Promise<void> {
    await manager.query('SELECT 1 FROM rooms WHERE id = $1 FOR NO KEY UPDATE', [roomId]);
    const rows = units.map(({ id, name }) => invitedUnit(roomId, id, name));
    await this.invited.replace(manager, roomId, rows);
    await this.lock(manager, roomId, false);
  }

  async close(manager: EntityManager, roomId: string): Promise<void> {
    await this.lock(manager, roomId, true);
  }

  private async lock(manager: EntityManager, roomId: string, locked: boolean): Promise<void> {
    await manager.query('UPDATE rooms SET locked = $2, version = version + 1 WHERE id = $1', [
      roomId,
      locked,
    ]);
    const room = await manager.findOneByOrFail(Room, { id: roomId });
    await this.facts.record(manager, RoomFacts.changed, toDto(room));
  }
}
