import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type Reminder, reminderErrors, type ReminderList } from '@diemcau/contracts/meetings/reminders';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

type Row = Omit<Reminder, 'dueAt' | 'decidedAt'> & { readonly dueAt: Date; readonly decidedAt: Date | null };
const longest = 500;

@Injectable()
export class ReminderListService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The latest ones when there are more than 500. */
  async list(occurrenceId: string, caller: Caller): Promise<ReminderList> {
    await this.visible(caller, occurrenceId);
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

  private async visible(caller: Caller, occurrenceId: string): Promise<void> {
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const [seen] = await this.database.query<object[]>(
      `SELECT occurrence.id FROM occurrences occurrence WHERE occurrence.id = $1 AND (${withinScope('occurrence', 2)}
         OR EXISTS (SELECT FROM occurrence_sites JOIN sites site ON site.id = site_id
                    WHERE occurrence_id = $1 AND ${withinScope('site', 2)}))`,
      [occurrenceId, exactly, below],
    );
    if (!seen) throw new Failure(reminderErrors.notFound);
  }
}
