import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type ChangeRoom,
  type NamePolicy,
  type Room as RoomDto,
  roomErrors,
  RoomFacts,
} from '@diemcau/contracts/meetings/rooms';
import { Audit } from '@diemcau/service/audit/audit';
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
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `rooms.changed` when somebody was faster, `rooms.badPattern`, `units.notFound` */
  async change(input: ChangeRoom, caller: Caller): Promise<RoomDto> {
    const { roomId, version, invitedUnitIds, ...settings } = input;
    const before = await this.rooms.allowing(caller, 'rooms.configure', roomId);
    refuseBadPattern(settings.namePolicy);

    return this.database.transaction(async (manager) => {
      const units = invitedUnitIds && (await this.invited.choose(manager, before, invitedUnitIds, caller));
      const { affected } = await manager.update(
        Room,
        { id: roomId, version },
        { ...settings, version: version + 1 },
      );
      if (!affected) throw new Failure(roomErrors.changed, { roomId, version });
      if (units) await this.invited.replace(manager, roomId, units);
      const room = toDto(await manager.findOneByOrFail(Room, { id: roomId }));
      await this.facts.record(manager, RoomFacts.changed, room);
      await this.audit.record(manager, caller, {
        action: 'rooms.change',
        unitId: room.ownerUnitId,
        object: { kind: 'room', id: roomId },
        before: only(before, input),
        after: { ...only(room, input), ...(units && { invitedUnits: units.length }) },
      });
      return room;
    });
  }
}

/** The settings that the change speaks of. */
const only = (
  { name, namePolicy, requiredMbps, support }: Room | RoomDto,
  change: ChangeRoom,
): Record<string, unknown> => ({
  ...(change.name !== undefined && { name }),
  ...(change.namePolicy && { namePolicy }),
  ...(change.requiredMbps !== undefined && { requiredMbps }),
  ...(change.support && { support }),
});

function refuseBadPattern(policy: NamePolicy | undefined): void {
  if (!policy?.pattern) return;
  if (!isUsablePattern(policy.pattern, policy.exampleName)) throw new Failure(roomErrors.badPattern);
}
