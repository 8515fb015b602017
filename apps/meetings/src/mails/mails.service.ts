import type { SendMail } from '@diemcau/contracts/identity/mail';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { jobNames } from '../job-names.js';

/** Binds a sealed mail to its row. */
export const purposeOf = (id: string): string => `outgoing mail ${id}`;

/** Writes mails into an outbox of meetings' own, in the transaction of what they tell; {@link DeliveringJob} hands them on. */
@Injectable()
export class MailsService {
  constructor(
    private readonly box: SecretBox,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @param mail its `key` (`reminder:<id>`, at most 200 characters) is what makes it one mail: queued again it changes nothing.
   * Somebody without an address gets none.
   */
  async queue(manager: EntityManager, { key, userId, entryId, ...content }: SendMail): Promise<void> {
    const id = randomUUID();
    await manager.query(
      `INSERT INTO outgoing_mails (id, key, user_id, entry_id, sealed) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (key) DO NOTHING`,
      [id, key, userId ?? null, entryId ?? null, this.box.seal(purposeOf(id), JSON.stringify(content))],
    );
    this.jobs.soon(jobNames.deliver);
  }
}
