import { Failure } from '@diemcau/contracts/core/failure';
import { type MyInvitation, replyErrors } from '@diemcau/contracts/meetings/replies';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { WithMeetingRow } from './invitation-row.js';
import { MeetingsConfig } from '../config.js';
import { MineService } from './mine.service.js';
import { RecipientsService } from './recipients.service.js';
import { openLink, type ReplyLink, sealLink } from './reply-link.js';

/** Answering without signing in: whoever has the mail was asked. */
@Injectable()
export class LinksService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
    private readonly mine: MineService,
    private readonly recipients: RecipientsService,
    private readonly config: MeetingsConfig,
  ) {}

  /** As it stands in mails. What follows # is sent to no server: programs that read mails answer nothing with it. */
  addressOf(link: ReplyLink): string {
    const { origin } = new URL(this.config.publicUrl);
    return `${origin}/reply#token=${sealLink(this.box, link)}`;
  }

  async open(token: string): Promise<MyInvitation> {
    return this.database.transaction(async (manager) => {
      const [{ id }] = await this.invitationOf(manager, token);
      return this.mine.seen(manager, id);
    });
  }

  /**
   * Locked until the transaction ends.
   * @throws Failure `replies.linkOver` when it was asked anew since, taken back, when the meeting is over, or when who got the
   * mail is invited or employed no longer
   */
  async invitationOf(manager: EntityManager, token: string): Promise<[WithMeetingRow, ReplyLink]> {
    const link = openLink(this.box, token);
    if (!link) throw new Failure(replyErrors.linkOver);
    const { invitationId, recipientId, round } = link;
    const row = await this.mine.hold(manager, invitationId);
    const [told] = await manager.query<{ account: boolean }[]>(
      'SELECT account FROM invitation_recipients WHERE invitation_id = $1 AND recipient_id = $2 AND NOT cancelled',
      [invitationId, recipientId],
    );
    if (!row || !told || row.round !== round || !this.mine.isOpen(row)) {
      throw new Failure(replyErrors.linkOver);
    }
    const [person] = await this.recipients.stillThere([{ id: recipientId, ...told }]);
    if (!person) throw new Failure(replyErrors.linkOver);
    return [row, link];
  }
}
