import { type Caller, grantsOf, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { invitationErrors } from '@diemcau/contracts/meetings/invitations';
import {
  type MyInvitation,
  type MyInvitationPage,
  type MyInvitationsQuery,
  replyErrors,
} from '@diemcau/contracts/meetings/replies';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import {
  isOpen,
  toMine,
  withMeetingColumns,
  withMeetingTables,
  type WithMeetingRow,
} from './invitation-row.js';
import { NamesService } from './names.service.js';

const isInstant = (key: string): boolean => /^[12]\d{3}-/.test(key) && !Number.isNaN(Date.parse(key));

/** Invitations for those who are to answer them: one's own, and of sites of one's unit. */
@Injectable()
export class MineService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly names: NamesService,
    private readonly clock: Clock,
  ) {}

  /** Sites of units on which the caller holds a role; not of all below them: those have people of their own. */
  async list(
    { all = false, limit = 50, cursor }: MyInvitationsQuery,
    caller: Caller,
  ): Promise<MyInvitationPage> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    const after = positionOf(cursor, isInstant);
    const rows = await this.database.query<WithMeetingRow[]>(
      `SELECT ${withMeetingColumns} FROM ${withMeetingTables}
       WHERE (i.user_id = $1 OR s.unit_id = ANY ($2))
         AND ($3 OR i.state IN ('queued', 'sent', 'viewed') AND o.state IN ('scheduled', 'checking') AND o.ends_at > $4)
         AND ($5::timestamptz IS NULL OR (o.starts_at, i.id) ${all ? '<' : '>'} ($5, $6::uuid))
       ORDER BY o.starts_at ${all ? 'DESC' : ''}, i.id ${all ? 'DESC' : ''} LIMIT $7`,
      [
        caller.userId,
        grantsOf(caller, 'meetings.answer').map(({ unitId }) => unitId),
        all,
        this.clock.now(),
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ startsAt, id }) => ({
      key: startsAt.toISOString(),
      id,
    }));
    const names = await this.names.of(items);
    return { items: items.map((row) => toMine(row, names, this.clock.now())), nextCursor };
  }

  /** @throws Failure `invitations.notFound` also for somebody else's */
  async own(manager: EntityManager, invitationId: string, caller: Caller): Promise<WithMeetingRow> {
    const row = await this.hold(manager, invitationId);
    if (!row || !isForCaller(row, caller)) throw new Failure(invitationErrors.notFound, { invitationId });
    return row;
  }

  /** Nobody else answers it until the transaction ends. */
  async hold(manager: EntityManager, invitationId: string): Promise<WithMeetingRow | undefined> {
    // The meeting's row first, as everybody does who changes invitations: two cannot wait for each other.
    await manager.query(
      `SELECT FROM occurrences o JOIN invitations i ON i.occurrence_id = o.id WHERE i.id = $1 FOR SHARE OF o`,
      [invitationId],
    );
    const [row] = await manager.query<WithMeetingRow[]>(
      `SELECT ${withMeetingColumns} FROM ${withMeetingTables} WHERE i.id = $1 FOR UPDATE OF i`,
      [invitationId],
    );
    return row;
  }

  /** Can it still be answered? */
  isOpen(row: WithMeetingRow): boolean {
    return isOpen(row, this.clock.now());
  }

  /** @throws Failure `replies.notOpen` */
  refuseClosed(row: WithMeetingRow): void {
    if (!this.isOpen(row)) throw new Failure(replyErrors.notOpen);
  }

  async view(invitationId: string, caller: Caller): Promise<MyInvitation> {
    return this.database.transaction(async (manager) => {
      await this.own(manager, invitationId, caller);
      return this.seen(manager, invitationId);
    });
  }

  /** Notes that it was opened. */
  async seen(manager: EntityManager, invitationId: string): Promise<MyInvitation> {
    await manager.query(
      `UPDATE invitations SET viewed_at = coalesce(viewed_at, $2),
         state = CASE WHEN state IN ('queued', 'sent') THEN 'viewed' ELSE state END
       WHERE id = $1 AND state <> 'revoked' AND (viewed_at IS NULL OR state IN ('queued', 'sent'))`,
      [invitationId, this.clock.now()],
    );
    return this.shown(manager, invitationId);
  }

  async shown(manager: EntityManager, invitationId: string): Promise<MyInvitation> {
    const [row] = await manager.query<WithMeetingRow[]>(
      `SELECT ${withMeetingColumns} FROM ${withMeetingTables} WHERE i.id = $1`,
      [invitationId],
    );
    if (!row) throw new Failure(invitationErrors.notFound, { invitationId });
    return toMine(row, await this.names.of([row]), this.clock.now());
  }
}

const isForCaller = ({ userId, unitPath }: WithMeetingRow, caller: Caller): boolean =>
  (caller.kind === 'user' && caller.userId === userId) ||
  (unitPath !== null && mayOn(caller, 'meetings.answer', unitPath));
