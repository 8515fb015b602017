import { anonymous, type Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { InvitationAnswer } from '@diemcau/contracts/meetings/invitations';
import {
  type AnswerByLink,
  type AnswerInvitation,
  type MyInvitation,
  replyErrors,
} from '@diemcau/contracts/meetings/replies';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { DelegatingService } from './delegating.service.js';
import type { WithMeetingRow } from './invitation-row.js';
import { LinksService } from './links.service.js';
import { MineService } from './mine.service.js';
import { inviteNamed, revokeIdleDelegates } from './rows.js';

interface Answer {
  readonly answer: InvitationAnswer;
  readonly reason: string | null;
  readonly delegateId: string | null;
}

/** Answers, each of which may be changed until the meeting begins. */
@Injectable()
export class AnsweringService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly mine: MineService,
    private readonly delegating: DelegatingService,
    private readonly links: LinksService,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws Failure `replies.askedAnew` when the meeting was moved since it was read, `replies.notOpen`,
   * `replies.reasonNeeded`, `replies.delegateNeeded`, `replies.noFurther`
   */
  async answer(input: AnswerInvitation, caller: Caller): Promise<MyInvitation> {
    const { invitationId, round, answer, reason, delegateId } = input;
    if (answer === 'declined' && !reason) throw new Failure(replyErrors.reasonNeeded);
    return this.database.transaction(async (manager) => {
      const row = await this.mine.own(manager, invitationId, caller);
      if (row.round !== round) throw new Failure(replyErrors.askedAnew, { round: row.round });
      this.mine.refuseClosed(row);
      const delegated = answer === 'delegated';
      if (delegated) await this.delegating.refuseUnfit(row, delegateId);
      await this.write(manager, row, caller, {
        answer,
        reason: answer === 'accepted' ? null : (reason ?? null),
        delegateId: delegated ? (delegateId ?? null) : null,
      });
      return this.mine.shown(manager, invitationId);
    });
  }

  /** @throws Failure `replies.linkOver`, `replies.reasonNeeded` */
  async answerByLink({ token, answer, reason }: AnswerByLink): Promise<MyInvitation> {
    if (answer === 'declined' && !reason) throw new Failure(replyErrors.reasonNeeded);
    return this.database.transaction(async (manager) => {
      const [row, { recipientId }] = await this.links.invitationOf(manager, token);
      const declined = answer === 'declined';
      const given = { answer, reason: declined ? (reason ?? null) : null, delegateId: null };
      await this.write(manager, row, anonymous, given, recipientId);
      return this.mine.shown(manager, row.id);
    });
  }

  /** @param byMailOf to whom the mail went whose link was used */
  private async write(
    manager: EntityManager,
    row: WithMeetingRow,
    caller: Caller,
    { answer, reason, delegateId }: Answer,
    byMailOf?: string,
  ): Promise<void> {
    await manager.query(
      `UPDATE invitations SET state = $2, reason = $3, delegate_id = $4, answered_by = $5, answered_at = now(),
         viewed_at = coalesce(viewed_at, now()) WHERE id = $1`,
      [row.id, answer, reason, delegateId, caller.kind === 'user' ? caller.userId : null],
    );
    if (delegateId !== null) await inviteNamed(manager, row.occurrenceId, [delegateId], row.id);
    await revokeIdleDelegates(manager, row.occurrenceId);
    await this.audit.record(manager, caller, {
      action: 'invitations.answer',
      unitId: row.unitId,
      object: { kind: 'invitation', id: row.id },
      before: { state: row.state },
      after: { state: answer, ...(delegateId && { delegateId }), ...(byMailOf && { byMailOf }) },
    });
  }
}
