import { Failure } from '@diemcau/contracts/core/failure';
import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { MailsClient, type SendMail } from '@diemcau/contracts/identity/mail';
import { dataKinds } from '@diemcau/contracts/identity/privacy-kinds';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { jobNames } from '../job-names.js';
import { purposeOf } from './mails.service.js';

interface Due {
  readonly id: string;
  readonly key: string;
  readonly userId: string | null;
  readonly entryId: string | null;
  readonly sealed: Buffer;
  readonly attempts: number;
}

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
/** Of one run; the next is a minute away. */
const most = 2000;
/** Minutes until it is tried again, doubled each time: identity may be away for a day, the mail still goes. */
const [firstWaitMinutes, longestWaitMinutes] = [1, 30];
/** Days that a key is remembered; nothing is queued anew after so long. */
const rememberedDays = dataKinds.meetingMails.retention.days;

/** Hands mails to identity, which takes each key once: asked again after a crash it has the mail already. */
@Injectable()
export class DeliveringJob {
  private readonly log = new Logger(DeliveringJob.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly box: SecretBox,
    private readonly mails: MailsClient,
    jobs: Jobs,
  ) {
    jobs.every(jobNames.deliver, '* * * * *', () => this.deliver());
    jobs.every('meetings.mails.forget', '23 3 * * *', () => this.forget());
  }

  async deliver(): Promise<void> {
    for (let handed = 0; handed < most && (await this.deliverOne()); handed += 1);
  }

  async forget(): Promise<void> {
    await this.database.query(
      `DELETE FROM outgoing_mails WHERE state <> 'waiting' AND created_at < now() - make_interval(days => $1)`,
      [rememberedDays],
    );
  }

  /** The row stays locked meanwhile: another replica takes the next. */
  private async deliverOne(): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const [due] = await manager.query<Due[]>(
        `SELECT id, key, user_id AS "userId", entry_id AS "entryId", sealed, attempts FROM outgoing_mails
         WHERE state = 'waiting' AND due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      );
      if (!due) return false;
      await this.hand(manager, due);
      return true;
    });
  }

  private async hand(manager: EntityManager, { id, key, sealed, attempts, ...to }: Due): Promise<void> {
    const content = JSON.parse(this.box.open(purposeOf(id), sealed)) as Omit<
      SendMail,
      'key' | 'userId' | 'entryId'
    >;
    try {
      await this.mails.send({ ...content, key, ...recipientOf(to) }, itself);
      await this.settle(manager, id, 'taken');
    } catch (error) {
      this.log.warn({ mailId: id, attempts }, 'identity did not take a mail');
      // What identity calls wrong stays wrong; all else passes.
      if (error instanceof Failure && error.kind.status < 500) return this.settle(manager, id, 'failed');
      const wait = Math.min(longestWaitMinutes, firstWaitMinutes * 2 ** Math.min(attempts, 10));
      await manager.query(
        `UPDATE outgoing_mails SET attempts = attempts + 1, due_at = now() + make_interval(mins => $2) WHERE id = $1`,
        [id, wait],
      );
    }
  }

  private async settle(manager: EntityManager, id: string, state: 'taken' | 'failed'): Promise<void> {
    await manager.query('UPDATE outgoing_mails SET state = $2, sealed = NULL WHERE id = $1', [id, state]);
  }
}

const recipientOf = ({ userId, entryId }: Pick<Due, 'userId' | 'entryId'>) => ({
  ...(userId !== null && { userId }),
  ...(entryId !== null && { entryId }),
});
