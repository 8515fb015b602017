import { type Caller, grantsOf, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { type MyRoom, type Room as RoomDto, roomErrors, RoomFacts } from '@diemcau/contracts/meetings/rooms';
import { Audit } from '@diemcau/service/audit/audit';
import { Statement } from '@diemcau/service/database/statement';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import { WaitingService } from '../lobby/waiting.service.js';
import { Room } from './room.entity.js';

export function toDto({ ownerUnitPath: _path, ...shown }: Room): RoomDto {
  return shown;
}

/** Of a {@link Room}, as its entity names them. */
const columns = `id, slug, name, owner_unit_id AS "ownerUnitId", owner_unit_name AS "ownerUnitName",
  owner_unit_path AS "ownerUnitPath", name_policy AS "namePolicy", locked, required_mbps AS "requiredMbps", support,
  version`;

/** Asked by everybody who opens a link, and before every decision. */
const bySlug = new Statement<Room>('room by slug', `SELECT ${columns} FROM rooms WHERE slug = $1`);
const byId = new Statement<Room>('room by id', `SELECT ${columns} FROM rooms WHERE id = $1`);

/** Most rooms of one caller; a province has a few dozen. */
const mostMine = 200;

@Injectable()
export class RoomsService {
  constructor(
    @InjectRepository(Room) private readonly rooms: Repository<Room>,
    private readonly waiting: WaitingService,
    private readonly facts: Facts,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `rooms.notFound` */
  async at(slug: string): Promise<Room> {
    const [room] = await bySlug.run(this.rooms.manager.dataSource, [slug]);
    if (!room) throw new Failure(roomErrors.notFound, { slug });
    return room;
  }

  async withId(id: string): Promise<Room | null> {
    const [room] = await byId.run(this.rooms.manager.dataSource, [id]);
    return room ?? null;
  }

  /** @throws Failure `rooms.notFound`, `common.signInNeeded`, `common.notAllowed` */
  async allowing(caller: Caller, permission: Permission, roomId: string): Promise<Room> {
    if (caller.kind === 'anonymous') throw new Failure(commonFailures.signInNeeded);
    const room = await this.withId(roomId);
    if (!room) throw new Failure(roomErrors.notFound, { roomId });
    if (!mayOn(caller, permission, room.ownerUnitPath)) throw new Failure(commonFailures.notAllowed);
    return room;
  }

  /** Until the transaction ends nobody else asks to enter, and nobody locks the room. */
  async hold(manager: EntityManager, roomId: string): Promise<Room> {
    return manager.findOneOrFail(Room, { where: { id: roomId }, lock: { mode: 'for_no_key_update' } });
  }

  async mine(caller: Caller): Promise<MyRoom[]> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    const entering = grantsOf(caller, 'rooms.enter');
    const rooms = await this.rooms
      .createQueryBuilder('room')
      .where('room.ownerUnitId = ANY (:exactly)', { exactly: entering.map(({ unitId }) => unitId) })
      .orWhere('room.ownerUnitPath && :below', {
        below: entering.filter(({ subtree }) => subtree).map(({ unitId }) => unitId),
      })
      .orderBy('room.name')
      .addOrderBy('room.id')
      .limit(mostMine)
      .getMany();
    const hosted = rooms.filter((room) => mayOn(caller, 'rooms.host', room.ownerUnitPath));
    const waiting = await this.waiting.countsOf(hosted.map(({ id }) => id));
    return rooms.map((room) => ({
      id: room.id,
      slug: room.slug,
      name: room.name,
      host: hosted.includes(room),
      waiting: waiting.get(room.id) ?? 0,
    }));
  }

  /** Locking a locked room changes nothing and tells nobody. */
  async lock(roomId: string, locked: boolean, caller: Caller): Promise<RoomDto> {
    await this.allowing(caller, 'rooms.host', roomId);
    return this.rooms.manager.transaction(async (manager) => {
      const [[changed]] = (await manager.query(
        `UPDATE rooms SET locked = $2, version = version + 1 WHERE id = $1 AND locked <> $2 RETURNING ${columns}`,
        [roomId, locked],
      )) as [Room[], number];
      const room = toDto(changed ?? (await manager.findOneByOrFail(Room, { id: roomId })));
      if (!changed) return room;
      await this.facts.record(manager, RoomFacts.changed, room);
      await this.audit.record(manager, caller, {
        action: locked ? 'rooms.lock' : 'rooms.unlock',
        unitId: room.ownerUnitId,
        object: { kind: 'room', id: roomId },
      });
      return room;
    });
  }
}
