import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type PersonalDataPage, PersonalDataQuery } from '@diemcau/contracts/core/personal-data';
import { MeetingsPersonalData } from '@diemcau/contracts/meetings/personal-data';
import { Handles } from '@diemcau/service/bus/handles';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const perPage = 200;

interface Decided {
  readonly id: string;
  readonly roomName: string;
  readonly state: string;
  readonly reason: string | null;
  readonly decidedAt: Date;
}

const isInstant = (key: string): boolean => /^[12]\d{3}-/.test(key) && !Number.isNaN(Date.parse(key));

@Controller()
export class PersonalDataHandlers implements Handlers<typeof MeetingsPersonalData> {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** What the person decided about guests; the guests' names are not the person's data. */
  @Handles(MeetingsPersonalData.of) async of(
    { userId, kind, cursor }: PersonalDataQuery,
    caller: Caller,
  ): Promise<PersonalDataPage> {
    if (caller.kind !== 'service') throw new Failure(commonFailures.notAllowed);
    if (kind !== 'lobbyEntries') return { items: [], nextCursor: null };
    const after = positionOf(cursor, isInstant);
    const rows = await this.database.query<Decided[]>(
      `SELECT entry.id, room.name AS "roomName", entry.state, entry.reason, entry.decided_at AS "decidedAt"
       FROM lobby_entries entry JOIN rooms room ON room.id = entry.room_id
       WHERE entry.decided_by = $1 AND ($2::timestamptz IS NULL OR (entry.decided_at, entry.id) > ($2, $3::uuid))
       ORDER BY entry.decided_at, entry.id LIMIT ${perPage + 1}`,
      [userId, after?.key ?? null, after?.id ?? null],
    );
    const { items, nextCursor } = pageOf(rows, perPage, ({ decidedAt, id }) => ({
      key: decidedAt.toISOString(),
      id,
    }));
    return { items: items.map((data) => ({ data })), nextCursor };
  }
}
