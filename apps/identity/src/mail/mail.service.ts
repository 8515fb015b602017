import type { MailKind } from '@diemcau/contracts/identity/mail';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { IdentityConfig } from '../config.js';
import { SettingsService } from '../settings/settings.service.js';
import { mailText } from './texts.js';

/** What a mail is about. A reset has a link. */
export type Letter =
  | { readonly kind: Exclude<MailKind, 'passwordReset'> }
  | { readonly kind: 'passwordReset'; readonly token: string };

interface Addressee {
  readonly userName: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly provinceId: string;
}

/** Binds a sealed text to its mail. */
export const purposeOf = (mailId: string): string => `mail ${mailId}`;

/** Writes mails into the outbox, in the transaction of what they tell; {@link SendingJob} sends them. */
@Injectable()
export class MailService {
  constructor(
    private readonly settings: SettingsService,
    private readonly box: SecretBox,
    private readonly config: IdentityConfig,
  ) {}

  /** Nothing for somebody without an address. */
  async write(manager: EntityManager, userId: string, letter: Letter): Promise<void> {
    const [user] = await manager.query<Addressee[]>(
      `SELECT user_name AS "userName", display_name AS "displayName", email, province_id AS "provinceId"
       FROM users WHERE id = $1`,
      [userId],
    );
    if (!user?.email) return;
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
        user.email,
        subject,
        this.box.seal(purposeOf(id), text),
      ],
    );
  }

  /** What follows # is not sent to any server, nor kept in its log. */
  private places(letter: Letter): { site: string; link: string | null } {
    const { origin, host } = new URL(this.config.publicUrl);
    return {
      site: host,
      link: letter.kind === 'passwordReset' ? `${origin}/reset#token=${letter.token}` : null,
    };
  }
}
