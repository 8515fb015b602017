import type { Caller } from '@diemcau/contracts/core/caller';
import type { Reminder, ReminderList } from '@diemcau/contracts/meetings/reminders';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { OccurrencesService } from '../occurrences/occurrences.service.js';
import { OwnersService } from '../occurrences/owners.service.js';
import { expected, rulesOf } from './planning.js';
import { defaultRules } from './rules.js';

type Row = Omit<Reminder, 'dueAt' | 'decidedAt' | 'personName'> & {
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
  readonly userId: string | null;
};
const longest = 500;

/** Rows there are and rows there will be, with whom they face; $1 default rules, $2 now, $3 the meeting. */
const listed = `
  SELECT reminder.id, reminder.about, reminder.minutes, reminder.sequence, reminder.due_at AS "dueAt", reminder.state,
    reminder.decided_at AS "decidedAt", reminder.people, coalesce(item.title, site.name) AS subject,
    coalesce(item.unit_name, site.unit_name) AS "unitName", invitation.user_id AS "userId",
    coalesce((SELECT rule->'to' FROM jsonb_array_elements(${rulesOf}) rule
      WHERE rule->>'about' = reminder.about AND (rule->>'minutes')::int = reminder.minutes), '[]') AS "to"
  FROM (
    SELECT id, occurrence_id, about, minutes, sequence, subject_id, due_at, state, decided_at, people FROM reminders
    WHERE occurrence_id = $3
    UNION ALL
    SELECT NULL, occurrence_id, about, minutes, sequence, subject_id, due_at, 'planned', NULL, 0
    FROM (${expected}) ahead
  ) reminder
  JOIN occurrences occurrence ON occurrence.id = reminder.occurrence_id
  LEFT JOIN agenda_items item ON reminder.about = 'agenda' AND item.id = reminder.subject_id
  LEFT JOIN invitations invitation ON reminder.about = 'answer' AND invitation.id = reminder.subject_id
  LEFT JOIN sites site
    ON site.id = CASE reminder.about WHEN 'closing' THEN reminder.subject_id ELSE invitation.site_id END
  ORDER BY reminder.due_at DESC, reminder.about, subject, reminder.id LIMIT ${longest}`;

@Injectable()
export class ReminderListService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly occurrences: OccurrencesService,
    private readonly owners: OwnersService,
    private readonly clock: Clock,
  ) {}

  /** The latest ones when there are more than 500. @throws Failure `occurrences.notFound`, `common.notAllowed` */
  async list(occurrenceId: string, caller: Caller): Promise<ReminderList> {
    await this.occurrences.allowing(caller, 'meetings.write', occurrenceId);
    const rows = await this.database.query<Row[]>(listed, [
      JSON.stringify(defaultRules),
      this.clock.now(),
      occurrenceId,
    ]);
    const names = await this.owners.names(rows.flatMap(({ userId }) => userId ?? []));
    const items = rows.reverse().map(({ dueAt, decidedAt, userId, ...row }) => ({
      ...row,
      dueAt: dueAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      personName: userId === null ? null : (names.get(userId) ?? null),
    }));
    return { items };
  }
}
