import { type Caller, anonymous } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { emailErrors } from '@diemcau/contracts/identity/emails';
import { userErrors } from '@diemcau/contracts/identity/users';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MailService } from '../mail/mail.service.js';
import { ConfirmingService } from '../sign-in/factors/confirming.service.js';
import { type EmailLink, openLink, sealLink } from './email-link.js';
import { holdUsers } from './held-user.js';
import { UserNewsService } from './user-news.service.js';

/** Minutes until a link is worth nothing. */
const lifeMinutes = 30;

/**
 * Whoever can read the mails of an account's address can reset its password: an address becomes one's own only when it was
 * proven to be, by somebody who had just proven who they are.
 */
@Injectable()
export class EmailsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
    private readonly mails: MailService,
    private readonly confirming: ConfirmingService,
    private readonly news: UserNewsService,
  ) {}

  /** @throws Failure `secondFactors.confirmFirst` */
  async ask(email: string, caller: Caller): Promise<void> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    await this.confirming.require(caller);
    const { userId } = caller;
    await this.database.transaction(async (manager) => {
      const [user] = await holdUsers(manager, [userId]);
      if (!user) throw new Failure(userErrors.notFound, { userId });
      const until = Date.now() + lifeMinutes * 60_000;
      const token = sealLink(this.box, { userId, from: user.email, to: email, until });
      await this.mails.write(manager, userId, { kind: 'emailConfirmation', token, to: email });
    });
  }

  /**
   * The address before is told, too.
   * @returns the address
   * @throws Failure `emails.linkOver`, also when the address was changed since the mail was sent
   */
  async confirm(token: string): Promise<string> {
    const link = openLink(this.box, token);
    if (!link || link.until < Date.now()) throw new Failure(emailErrors.linkOver);
    await this.write(link);
    return link.to;
  }

  private async write({ userId, from, to }: EmailLink): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [user] = await holdUsers(manager, [userId]);
      if (!user || user.email !== from || user.state !== 'active') throw new Failure(emailErrors.linkOver);
      await this.mails.write(manager, userId, { kind: 'emailChanged' });
      await manager.query('UPDATE users SET email = $2, version = version + 1 WHERE id = $1', [userId, to]);
      // Links that went to the address before.
      await manager.query('DELETE FROM password_resets WHERE user_id = $1', [userId]);
      await this.news.changed(manager, anonymous, {
        action: 'users.confirmEmail',
        userId,
        unitId: user.unitId,
        before: { email: from },
        after: { email: to },
      });
    });
  }
}
