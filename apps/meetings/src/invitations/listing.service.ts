import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import {
  invitationErrors,
  type InvitationPage,
  type InvitationsQuery,
  type InvitationTally,
} from '@diemcau/contracts/meetings/invitations';
import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { invitationColumns, type InvitationRow, toInvitation } from './invitation-row.js';
import { NamesService } from './names.service.js';

export interface MeetingSeen {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly state: OccurrenceState;
  readonly endsAt: Date;
  /** Chair, director, secretary. */
  readonly officers: (string | null)[];
}

/** Sites by role and name, then people by office. */
const sortKey = `((CASE WHEN i.site_id IS NOT NULL
    THEN '0' || array_position(ARRAY['main', 'standby', 'member'], i.site_role) || s.search
    ELSE '1' || array_position(ARRAY['chair', 'director', 'secretary', 'invited', 'delegate'], i.invited_as)
  END) COLLATE "C")`;

/** Who is invited to a meeting, for those who see it. */
@Injectable()
export class ListingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly names: NamesService,
  ) {}

  async list(
    { occurrenceId, state, limit = 50, cursor }: InvitationsQuery,
    caller: Caller,
  ): Promise<InvitationPage> {
    const meeting = await this.seen(caller, occurrenceId);
    const after = positionOf(cursor);
    const [rows, tally] = await Promise.all([
      this.database.query<(InvitationRow & { sortKey: string })[]>(
        `SELECT ${invitationColumns}, ${sortKey} AS "sortKey" FROM invitations i LEFT JOIN sites s ON s.id = i.site_id
         WHERE i.occurrence_id = $1 AND CASE WHEN $2::text IS NULL THEN i.state <> 'revoked' ELSE i.state = $2 END
           AND ($3::text IS NULL OR (${sortKey}, i.id) > ($3, $4::uuid))
         ORDER BY "sortKey", i.id LIMIT $5`,
        [occurrenceId, state ?? null, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
      this.tallyOf(occurrenceId),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey: key, id }) => ({ key, id }));
    const names = await this.names.of(items);
    const all = mayReadReasons(meeting, caller);
    return {
      items: items.map((row) => toInvitation(row, names, all || isOwn(row, caller))),
      nextCursor,
      tally,
    };
  }

  /** @throws Failure `invitations.meetingNotFound` for who sees it neither as owner nor as a site's */
  async seen(caller: Caller, occurrenceId: string): Promise<MeetingSeen> {
    const [meeting] = await this.database.query<(MeetingSeen & { sitePaths: string[][] })[]>(
      `SELECT id, unit_id AS "unitId", unit_path AS "unitPath", state, ends_at AS "endsAt",
              ARRAY[chair_id, director_id, secretary_id] AS officers,
              (SELECT coalesce(json_agg(s.unit_path), '[]') FROM occurrence_sites os JOIN sites s ON s.id = os.site_id
               WHERE os.occurrence_id = o.id) AS "sitePaths"
       FROM occurrences o WHERE id = $1`,
      [occurrenceId],
    );
    const paths = meeting ? [meeting.unitPath, ...meeting.sitePaths] : [];
    if (!meeting || !paths.some((path) => mayOn(caller, 'meetings.read', path)))
      throw new Failure(invitationErrors.meetingNotFound, { occurrenceId });
    return meeting;
  }

  /** @throws Failure as {@link seen}, and `common.notAllowed` without the permission over the meeting's unit */
  async allowing(caller: Caller, permission: Permission, occurrenceId: string): Promise<MeetingSeen> {
    const meeting = await this.seen(caller, occurrenceId);
    if (!mayOn(caller, permission, meeting.unitPath)) throw new Failure(commonFailures.notAllowed);
    return meeting;
  }

  private async tallyOf(occurrenceId: string): Promise<InvitationTally> {
    const rows = await this.database.query<{ state: keyof InvitationTally; count: number }[]>(
      `SELECT state, count(*)::int AS count FROM invitations WHERE occurrence_id = $1 AND state <> 'revoked'
       GROUP BY state`,
      [occurrenceId],
    );
    const none = { queued: 0, sent: 0, viewed: 0, accepted: 0, declined: 0, delegated: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }
}

/** Why somebody does not come is for those who prepare the meeting and preside over it. */
const mayReadReasons = ({ unitPath, officers }: MeetingSeen, caller: Caller): boolean =>
  mayOn(caller, 'meetings.write', unitPath) ||
  mayOn(caller, 'meetings.preside', unitPath) ||
  (caller.kind === 'user' && officers.includes(caller.userId));

const isOwn = ({ userId, unitPath }: InvitationRow, caller: Caller): boolean =>
  unitPath ? mayOn(caller, 'meetings.answer', unitPath) : caller.kind === 'user' && caller.userId === userId;
