import type { SendMail } from '@diemcau/contracts/identity/mail';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { jobNames } from '../job-names.js';

/** Binds a sealed mail to its row. */
export const purposeOf = (id: string): string => `outgoing mail ${id}`;

const perStatement = 500;

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
  async queue(manager: EntityManager, mail: SendMail): Promise<void> {
    await this.queueAll(manager, [mail]);
  }

  /** The same for thousands at once, which must not hold their transaction for long. */
  async queueAll(manager: EntityManager, mails: readonly SendMail[]): Promise<void> {
    for (let at = 0; at < mails.length; at += perStatement) {
      const rows = mails.slice(at, at + perStatement).map(({ key, userId, entryId, ...content }) => {
        const id = randomUUID();
        const sealed = this.box.seal(purposeOf(id), JSON.stringify(content)).toString('base64');
        return { id, key, userId, entryId, sealed };
      });
      await manager.query(
        `INSERT INTO outgoing_mails (id, key, user_id, entry_id, sealed)
         SELECT id, key, "userId", "entryId", decode(sealed, 'base64')
         FROM jsonb_to_recordset($1) AS mail (id uuid, key text, "userId" uuid, "entryId" uuid, sealed text)
         ON CONFLICT (key) DO NOTHING`,
        [JSON.stringify(rows)],
      );
    }
    if (mails.length > 0) this.jobs.soon(jobNames.deliver);
  }
}
