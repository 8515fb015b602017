import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type PersonalDataPage, PersonalDataQuery } from '@diemcau/contracts/core/personal-data';
import { MediaPersonalData } from '@diemcau/contracts/media/personal-data';
import type { RoomChange } from '@diemcau/contracts/media/room-state';
import { Handles } from '@diemcau/service/bus/handles';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';

const perPage = 200;

interface EventRow {
  readonly roomId: string;
  readonly sessionId: string;
  readonly version: number;
  readonly at: Date;
  readonly change: RoomChange;
}

const isVersion = (key: string): boolean => /^\d{1,9}$/.test(key);

@Controller()
export class PersonalDataHandlers implements Handlers<typeof MediaPersonalData> {
  constructor(private readonly database: DataSource) {}

  /** Where and when the person was, what they said in the chat, and what was done to them. */
  @Handles(MediaPersonalData.of) async of(
    { userId, kind, cursor }: PersonalDataQuery,
    caller: Caller,
  ): Promise<PersonalDataPage> {
    if (caller.kind !== 'service') throw new Failure(commonFailures.notAllowed);
    if (kind !== 'liveRooms') return { items: [], nextCursor: null };
    const after = positionOf(cursor, isVersion);
    const rows = await this.database.query<EventRow[]>(
      `SELECT room_id AS "roomId", session_id AS "sessionId", event.version, event.at, event.change
       FROM room_event event JOIN live_session session ON session.id = session_id
       WHERE peer_of(change) = $1 AND ($2::uuid IS NULL OR (session_id, event.version) > ($2, $3::int))
       ORDER BY session_id, event.version LIMIT ${perPage + 1}`,
      [userId, after?.id ?? null, after?.key ?? null],
    );
    const { items, nextCursor } = pageOf(rows, perPage, ({ sessionId, version }) => ({
      key: String(version),
      id: sessionId,
    }));
    return { items: items.map((data) => ({ data })), nextCursor };
  }
}
