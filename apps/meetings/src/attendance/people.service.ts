import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { type Addressee, AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { type Unit, UnitsClient } from '@diemcau/contracts/identity/units';
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
  readonly unitName: string | null;
  /** Of the unit that is the account's, or that the guest picked or named; as it is now. Empty for none. */
  readonly unitPath: readonly string[];
  /** A guest's name made comparable. */
  readonly nameKey: string | null;
  readonly passages: Passage[];
}
interface VisitorRow extends Omit<Visitor, 'passages' | 'unitPath'> {
  readonly unitId: string | null;
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
      `SELECT p.peer_id AS "peerId", e.id IS NOT NULL AS guest, e.full_name AS name, e.name_key AS "nameKey", e.unit_id AS "unitId",
              u.name AS "unitName", p.at, p.entered
       FROM (SELECT peer_id, array_agg((extract(epoch FROM at) * 1000)::float8 ORDER BY at, session_id, version) AS at,
                    array_agg(entered ORDER BY at, session_id, version) AS entered
             FROM room_passages WHERE room_id = $1 AND at >= $2 AND ($3::timestamptz IS NULL OR at <= $3)
             GROUP BY peer_id) p
       LEFT JOIN lobby_entries e ON e.id = p.peer_id
       LEFT JOIN invited_units u ON u.room_id = $1 AND u.unit_id = e.unit_id`,
      [roomId, new Date(live.from - earlierMs), live.until === null ? null : new Date(live.until)],
    );
    const accounts = await this.accounts(rows.filter(({ guest }) => !guest).map(({ peerId }) => peerId));
    const unitIdOf = ({ peerId, unitId }: VisitorRow) => accounts.get(peerId)?.unitId ?? unitId;
    const units = await this.unitsOf(rows.flatMap((row) => unitIdOf(row) ?? []));
    return rows.map((row) => {
      const { at, entered, unitId: _unit, ...who } = row;
      const unit = units.get(unitIdOf(row) ?? '');
      return {
        ...who,
        name: accounts.get(row.peerId)?.name ?? row.name,
        unitName: row.guest ? row.unitName : (unit?.name ?? null),
        unitPath: unit?.path ?? [],
        passages: at.map((moment, i) => ({ at: Math.round(moment), entered: entered[i] ?? false })),
      };
    });
  }

  private async accounts(userIds: readonly string[]): Promise<Map<string, Addressee>> {
    const found = new Map<string, Addressee>();
    for (let at = 0; at < userIds.length; at += perQuestion) {
      const { items } = await this.addressees.people(
        { userIds: userIds.slice(at, at + perQuestion) },
        itself,
      );
      for (const one of items) found.set(one.userId, one);
    }
    return found;
  }

  private async unitsOf(ids: readonly string[]): Promise<Map<string, Unit>> {
    const [unitIds, found] = [[...new Set(ids)], new Map<string, Unit>()];
    for (let at = 0; at < unitIds.length; at += perQuestion) {
      const { items } = await this.units.named({ unitIds: unitIds.slice(at, at + perQuestion) }, itself);
      for (const unit of items) found.set(unit.id, unit);
    }
    return found;
  }
}
