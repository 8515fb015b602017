import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { invitationErrors, type InvitePeople } from '@diemcau/contracts/meetings/invitations';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { UsersClient } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ListingService } from './listing.service.js';
import { inviteNamed, revokeIdleDelegates, revokeOne } from './rows.js';

/** People invited by name, besides those who are invited with the meeting. */
@Injectable()
export class InvitingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly listing: ListingService,
    private readonly users: UsersClient,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Only people whom the caller may see in the directory.
   * @throws Failure `invitations.notOpen`, `users.notFound`
   */
  async invite({ occurrenceId, userIds }: InvitePeople, caller: Caller): Promise<void> {
    const meeting = await this.listing.allowing(caller, 'meetings.write', occurrenceId);
    for (const userId of userIds) await this.users.find({ userId }, caller);
    await this.database.transaction(async (manager) => {
      const [open] = await manager.query<unknown[]>(
        `SELECT FROM invited_meetings i JOIN occurrences o ON o.id = i.occurrence_id
         WHERE o.id = $1 AND o.state IN ('scheduled', 'checking', 'live', 'paused') AND o.ends_at > $2 AND NOT i.revoked
         FOR SHARE OF o`,
        [occurrenceId, this.clock.now()],
      );
      if (!open) throw new Failure(invitationErrors.notOpen, { occurrenceId });
      const invited = await inviteNamed(manager, occurrenceId, userIds);
      if (invited.length === 0) return;
      await this.audit.record(manager, caller, {
        action: 'invitations.invite',
        unitId: meeting.unitId,
        object: { kind: 'occurrence', id: occurrenceId },
        after: { userIds: invited },
      });
    });
  }

  /** @throws Failure `invitations.notFound`, `invitations.ofMeeting` */
  async revoke(invitationId: string, caller: Caller): Promise<void> {
    const [found] = await this.database.query<
      { occurrenceId: string; invitedAs: string | null; userId: string }[]
    >(
      `SELECT occurrence_id AS "occurrenceId", invited_as AS "invitedAs", user_id AS "userId" FROM invitations
       WHERE id = $1`,
      [invitationId],
    );
    if (!found) throw new Failure(invitationErrors.notFound, { invitationId });
    const { occurrenceId, invitedAs, userId } = found;
    const meeting = await this.seen(invitationId, occurrenceId, caller);
    if (invitedAs !== 'invited') throw new Failure(invitationErrors.ofMeeting, { invitationId });
    await this.database.transaction(async (manager) => {
      await revokeOne(manager, invitationId);
      await revokeIdleDelegates(manager, occurrenceId);
      await this.audit.record(manager, caller, {
        action: 'invitations.revoke',
        unitId: meeting.unitId,
        object: { kind: 'occurrence', id: occurrenceId },
        before: { userIds: [userId] },
      });
    });
  }

  /** An invitation to a meeting that the caller does not see is not there. */
  private async seen(invitationId: string, occurrenceId: string, caller: Caller) {
    try {
      return await this.listing.allowing(caller, 'meetings.write', occurrenceId);
    } catch (error) {
      if (error instanceof Failure && error.is(invitationErrors.meetingNotFound))
        throw new Failure(invitationErrors.notFound, { invitationId });
      throw error;
    }
  }
}
