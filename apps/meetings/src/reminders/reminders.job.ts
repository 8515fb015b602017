import { Clock } from '@diemcau/service/time/clock';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MailsService } from '../mails/mails.service.js';
import { addressedTo } from '../mails/operators.service.js';
import { letterOf } from './letter.js';
import { plans } from './planning.js';
import { type Due, RecipientsService } from './recipients.service.js';
import { defaultRules } from './rules.js';
import { dueNow, hold, settle } from './verdict.js';

const rules = JSON.stringify(defaultRules);
const perSettling = 500;
const perLook = 50;

/**
 * Plans reminders, and sends those that are due. Which replica does it and how often does not matter: a reminder is one row,
 * and its mails are rows of the transaction that ends it.
 */
@Injectable()
export class RemindersJob {
  private readonly log = new Logger(RemindersJob.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly recipients: RecipientsService,
    private readonly mails: MailsService,
    jobs: Jobs,
  ) {
    jobs.every('meetings.reminders', '* * * * *', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    for (const plan of plans) await this.database.query(plan, [rules, now]);
    while ((await this.settled(now)) === perSettling);
    const tried: string[] = [];
    for (;;) {
      const due = await this.database.query<Due[]>(dueNow, [rules, now, perLook, tried]);
      if (due.length === 0) return;
      for (const one of due) await this.tryToSend(one, now);
      tried.push(...due.map(({ id }) => id));
    }
  }

  private async settled(now: Date): Promise<number> {
    const [rows] = await this.database.query<[object[], number]>(settle, [rules, now, perSettling]);
    return rows.length;
  }

  /** One that fails waits for the next minute and holds up nobody else. */
  private async tryToSend(due: Due, now: Date): Promise<void> {
    try {
      await this.send(due, now);
    } catch (error) {
      this.log.warn({ reminderId: due.id, err: error }, 'a reminder could not be sent');
    }
  }

  private async send(due: Due, now: Date): Promise<void> {
    const addressed = await this.recipients.of(due);
    await this.database.transaction(async (manager) => {
      const [held] = await manager.query<object[]>(hold, [rules, now, due.id]);
      if (!held) return;
      if (addressed) {
        for (const { links, ...to } of addressed.recipients) {
          const letter = letterOf(due.about, addressed.meeting, links);
          await this.mails.queue(manager, {
            key: `reminder:${due.id}:${to.id}`,
            ...addressedTo(to),
            ...letter,
          });
        }
      }
      await manager.query(`UPDATE reminders SET state = $2, decided_at = $3, people = $4 WHERE id = $1`, [
        due.id,
        addressed ? 'sent' : 'dropped',
        now,
        addressed?.recipients.length ?? 0,
      ]);
    });
  }
}
