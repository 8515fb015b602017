import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MailsService } from '../mails/mails.service.js';
import { type Recipients, RecipientsService } from './recipients.service.js';
import { type TellingRow, toTell } from './telling-row.js';
import { WritingService } from './writing.service.js';

/** Days before a meeting at which people are told at the earliest: nobody wants a year of mails on one day. */
export const leadDays = 30;
const perTransaction = 50;
/** Of one run; the next is a minute away. */
const most = 2000;

/** Tells people what became of their invitations: REQUEST to who is invited, CANCEL to who no longer is. */
@Injectable()
export class TellingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly recipients: RecipientsService,
    private readonly writing: WritingService,
    private readonly mails: MailsService,
    private readonly clock: Clock,
  ) {}

  async tell(): Promise<void> {
    for (let told = 0; told < most;) {
      const count = await this.tellSome();
      if (count === 0) return;
      told += count;
    }
  }

  private async tellSome(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const rows = await manager.query<TellingRow[]>(toTell, [this.clock.now(), leadDays, perTransaction]);
      if (rows.length === 0) return 0;
      const recipientsOf = await this.recipients.of(manager, rows);
      for (const row of rows) await this.tellOf(manager, row, recipientsOf(row));
      await manager.query(
        `UPDATE invitations SET told_revision = revision, sent_at = $2,
           state = CASE WHEN state = 'queued' THEN 'sent' ELSE state END
         WHERE id = ANY ($1)`,
        [rows.map(({ id }) => id), this.clock.now()],
      );
      return rows.length;
    });
  }

  private async tellOf(manager: EntityManager, row: TellingRow, { now, before }: Recipients): Promise<void> {
    for (const to of now) {
      const again = before.some(({ id }) => id === to.id);
      await this.mails.queue(manager, this.writing.mail(row, 'REQUEST', to, again));
    }
    const over = before.filter(({ id }) => now.every((one) => one.id !== id));
    for (const to of over) await this.mails.queue(manager, this.writing.mail(row, 'CANCEL', to, true));
    await this.recipients.remember(manager, row.id, now, false);
    await this.recipients.remember(manager, row.id, over, true);
  }
}
