import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Live, Passage } from './intervals.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
/** Who came in earlier and is still there counts; nobody sits in a room for longer. */
const earlierMs = 24 * 3_600_000;
const perQuestion = 200;

export interface Visitor {
  readonly peerId: string;
  readonly guest: boolean;
  readonly name: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly passages: Passage[];
}
interface VisitorRow extends Omit<Visitor, 'passages'> {
  readonly at: number[];
  readonly entered: boolean[];
}

/** Who went through the door of a room: guests as the lobby knows them, others as identity does now. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly addressees: AddresseesClient,
    private readonly units: UnitsClient,
  ) {}

  async throughDoor(manager: EntityManager, roomId: string, live: Live): Promise<Visitor[]> {
    const rows = await manager.query<VisitorRow[]>(
      `SELECT p.peer_id AS "peerId", e.id IS NOT NULL AS guest, e.full_name AS name, e.unit_id AS "unitId",
              u.name AS "unitName", p.at, p.entered
       FROM (SELECT peer_id, array_agg((extract(epoch FROM at) * 1000)::float8 ORDER BY at, session_id, version) AS at,
                    array_agg(entered ORDER BY at, session_id, version) AS entered
             FROM room_passages WHERE room_id = $1 AND at >= $2 AND ($3::timestamptz IS NULL OR at <= $3)
             GROUP BY peer_id) p
       LEFT JOIN lobby_entries e ON e.id = p.peer_id
       LEFT JOIN invited_units u ON u.room_id = $1 AND u.unit_id = e.unit_id`,
      [roomId, new Date(live.from - earlierMs), live.until === null ? null : new Date(live.until)],
    );
    const members = await this.members(rows.filter(({ guest }) => !guest).map(({ peerId }) => peerId));
    return rows.map(({ at, entered, ...row }) => ({
      ...row,
      ...members.get(row.peerId),
      passages: at.map((moment, i) => ({ at: Math.round(moment), entered: entered[i] ?? false })),
    }));
  }

  private async members(userIds: readonly string[]) {
    const found = new Map<string, Pick<Visitor, 'name' | 'unitId' | 'unitName'>>();
    for (let at = 0; at < userIds.length; at += perQuestion) {
      const some = userIds.slice(at, at + perQuestion);
      const { items } = await this.addressees.people({ userIds: some }, itself);
      const unitIds = [...new Set(items.map(({ unitId }) => unitId))];
      const named = await this.units.named({ unitIds }, itself);
      const nameOf = new Map(named.items.map(({ id, name }) => [id, name]));
      for (const { userId, name, unitId } of items) {
        found.set(userId, { name, unitId, unitName: nameOf.get(unitId) ?? null });
      }
    }
    return found;
  }
}
