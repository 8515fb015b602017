import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type ChangeRoom,
  type NamePolicy,
  type Room as RoomDto,
  roomErrors,
  RoomFacts,
} from '@diemcau/contracts/meetings/rooms';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { InvitedUnitsService } from './invited-units.service.js';
import { isUsablePattern } from './name-pattern.js';
import { Room } from './room.entity.js';
import { RoomsService, toDto } from './rooms.service.js';

/** Settings: name, name policy, line, support contacts, invited units. */
@Injectable()
export class RoomChangesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rooms: RoomsService,
    private readonly invited: InvitedUnitsService,
    private readonly facts: Facts,
  ) {}

  /** @throws Failure `rooms.changed` when somebody was faster, `rooms.badPattern`, `units.notFound` */
  async change(input: ChangeRoom, caller: Caller): Promise<RoomDto> {
    const { roomId, version, invitedUnitIds, ...settings } = input;
    const before = await this.rooms.allowing(caller, 'rooms.configure', roomId);
    refuseBadPattern(settings.namePolicy);
    const units = invitedUnitIds && (await this.invited.choose(before, invitedUnitIds, caller));

    return this.database.transaction(async (manager) => {
      const { affected } = await manager.update(
        Room,
        { id: roomId, version },
        { ...settings, version: version + 1 },
      );
      if (!affected) throw new Failure(roomErrors.changed, { roomId, version });
      if (units) await this.invited.replace(manager, roomId, units);
      const room = toDto(await manager.findOneByOrFail(Room, { id: roomId }));
      await this.facts.record(manager, RoomFacts.changed, room);
      return room;
    });
  }
}

function refuseBadPattern(policy: NamePolicy | undefined): void {
  if (!policy?.pattern) return;
  if (!isUsablePattern(policy.pattern, policy.exampleName)) throw new Failure(roomErrors.badPattern);
}
