import { anonymous } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { passwordErrors, type ResetView } from '@diemcau/contracts/identity/sign-in';
import { hashOf, newToken } from '@diemcau/service/secrets/token';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MailService } from '../../mail/mail.service.js';
import { EndingService } from '../../sessions/ending.service.js';
import { TellingService } from '../telling.service.js';
import { ChoosingService } from './choosing.service.js';

/** Minutes until a link is worth nothing. */
const lifeMinutes = 30;
/** Several people may have given the same address, a family's; more would be a mistake. */
const mostAccounts = 5;

/** A forgotten password, by a link in a mail. */
@Injectable()
export class ResetsService {
  private readonly log = new Logger(ResetsService.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly mails: MailService,
    private readonly choosing: ChoosingService,
    private readonly ending: EndingService,
    private readonly telling: TellingService,
  ) {}

  /** The one who asked has been answered; a failure here is for the log. */
  sendLater(account: string): void {
    this.send(account).catch((error: unknown) => this.log.error(error, 'a link could not be sent'));
  }

  /** Nothing for accounts that are unknown, not active, or have no address: who asked hears the same. */
  async send(account: string): Promise<void> {
    const users = await this.database.query<{ id: string }[]>(
      `SELECT id FROM users
       WHERE (lower(user_name COLLATE pg_c_utf8) = lower($1 COLLATE pg_c_utf8) OR lower(email) = lower($1))
         AND state = 'active' AND email IS NOT NULL AND password_hash IS NOT NULL
       ORDER BY id LIMIT $2`,
      [account, mostAccounts],
    );
    for (const { id } of users) await this.sendTo(id);
  }

  /** @throws Failure `passwords.linkOver` */
  async view(token: string): Promise<ResetView> {
    const [reset] = await this.database.query<{ userId: string; userName: string; expiresAt: Date }[]>(
      `SELECT u.id AS "userId", u.user_name AS "userName", expires_at AS "expiresAt"
       FROM password_resets JOIN users u ON u.id = user_id
       WHERE hash = $1 AND expires_at > now() AND u.state = 'active'`,
      [hashOf(token)],
    );
    if (!reset) throw new Failure(passwordErrors.linkOver);
    const { minLength } = await this.choosing.rules(reset.userId);
    return {
      userName: reset.userName,
      passwordMinLength: minLength,
      expiresAt: reset.expiresAt.toISOString(),
    };
  }

  /** @throws Failure `passwords.linkOver`, and what {@link ChoosingService.judge} throws, which leaves the link good */
  async reset(token: string, password: string): Promise<void> {
    const [reset] = await this.database.query<{ userId: string }[]>(
      'SELECT user_id AS "userId" FROM password_resets WHERE hash = $1 AND expires_at > now()',
      [hashOf(token)],
    );
    if (!reset) throw new Failure(passwordErrors.linkOver);
    const { userId } = reset;
    const chosen = await this.choosing.judge(userId, password);
    await this.database.transaction(async (manager) => {
      const [used] = await manager.query<[unknown[], number]>(
        `DELETE FROM password_resets USING users u
         WHERE hash = $1 AND expires_at > now() AND u.id = user_id AND u.state = 'active' RETURNING hash`,
        [hashOf(token)],
      );
      if (used.length === 0) throw new Failure(passwordErrors.linkOver);
      await this.choosing.set(manager, userId, chosen);
      const ended = await this.ending.end(manager, userId);
      await this.telling.password(manager, anonymous, userId, {
        action: 'passwords.reset',
        after: { ended },
      });
    });
  }

  private async sendTo(userId: string): Promise<void> {
    const token = newToken();
    await this.database.transaction(async (manager) => {
      await manager.query('DELETE FROM password_resets WHERE user_id = $1', [userId]);
      await manager.query(
        `INSERT INTO password_resets (hash, user_id, expires_at)
         VALUES ($1, $2, now() + make_interval(mins => $3))`,
        [hashOf(token), userId, lifeMinutes],
      );
      await this.mails.write(manager, userId, { kind: 'passwordReset', token });
    });
  }
}
