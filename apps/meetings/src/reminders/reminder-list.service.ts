import type { Caller } from '@diemcau/contracts/core/caller';
import type { Reminder, ReminderList } from '@diemcau/contracts/meetings/reminders';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { OccurrencesService } from '../occurrences/occurrences.service.js';

type Row = Omit<Reminder, 'dueAt' | 'decidedAt'> & { readonly dueAt: Date; readonly decidedAt: Date | null };
const longest = 500;

@Injectable()
export class ReminderListService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly occurrences: OccurrencesService,
  ) {}

  /** The latest ones when there are more than 500. @throws Failure `occurrences.notFound` */
  async list(occurrenceId: string, caller: Caller): Promise<ReminderList> {
    await this.occurrences.visible(caller, occurrenceId);
    const rows = await this.database.query<Row[]>(
      `SELECT id, about, minutes, sequence, due_at AS "dueAt", state, decided_at AS "decidedAt", people
       FROM reminders WHERE occurrence_id = $1 ORDER BY due_at DESC, id LIMIT $2`,
      [occurrenceId, longest],
    );
    const items = rows.reverse().map(({ dueAt, decidedAt, ...row }) => ({
      ...row,
      dueAt: dueAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    }));
    return { items };
  }
}
