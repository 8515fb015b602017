import type { MailKind } from '@diemcau/contracts/identity/mail';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { IdentityConfig } from '../config.js';
import { SettingsService } from '../settings/settings.service.js';
import { purposeOf } from './sealed.js';
import { sendJob } from './sending.job.js';
import { mailText } from './texts.js';

/** What a mail is about. A reset and a confirmation have a link. */
export type Letter =
  | { readonly kind: Exclude<MailKind, 'passwordReset' | 'emailConfirmation' | 'meeting'> }
  | { readonly kind: 'passwordReset'; readonly token: string }
  /** Goes to an address that is not the person's yet. */
  | { readonly kind: 'emailConfirmation'; readonly token: string; readonly to: string };

interface Addressee {
  readonly userName: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly provinceId: string;
}

/** Writes mails into the outbox, in the transaction of what they tell; {@link SendingJob} sends them. */
@Injectable()
export class MailService {
  constructor(
    private readonly settings: SettingsService,
    private readonly box: SecretBox,
    private readonly config: IdentityConfig,
    private readonly jobs: Jobs,
  ) {}

  /** Nothing for somebody without an address. */
  async write(manager: EntityManager, userId: string, letter: Letter): Promise<void> {
    const [user] = await manager.query<Addressee[]>(
      `SELECT user_name AS "userName", display_name AS "displayName", email, province_id AS "provinceId"
       FROM users WHERE id = $1`,
      [userId],
    );
    const recipient = letter.kind === 'emailConfirmation' ? letter.to : user?.email;
    if (!user || !recipient) return;
    const { language } = await this.settings.of(user.provinceId);
    const { subject, text } = mailText(letter.kind, { ...user, ...this.places(letter) }, language);
    const id = randomUUID();
    await manager.query(
      `INSERT INTO mails (id, province_id, user_id, kind, state, recipient, subject, sealed_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        user.provinceId,
        userId,
        letter.kind,
        this.config.smtpUrl === '' ? 'kept' : 'queued',
        recipient,
        subject,
        this.box.seal(purposeOf(id), text),
      ],
    );
    this.jobs.soon(sendJob);
  }

  /** What follows # is not sent to any server, nor kept in its log. */
  private places(letter: Letter): { site: string; link: string | null } {
    const { origin, host } = new URL(this.config.publicUrl);
    const pages = { passwordReset: 'reset', emailConfirmation: 'email' } as const;
    return {
      site: host,
      link: 'token' in letter ? `${origin}/${pages[letter.kind]}#token=${letter.token}` : null,
    };
  }
}
