import type { ReminderAbout, ReminderRecipient } from '@diemcau/contracts/meetings/reminders';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { OperatorsService, type Recipient } from '../mails/operators.service.js';
import type { Meeting } from './letter.js';
import { PlacesService } from './places.service.js';
import { rulesOf } from './planning.js';
import { defaultRules } from './rules.js';

/** One whose time has come. */
export interface Due {
  readonly id: string;
  readonly about: ReminderAbout;
  readonly minutes: number;
  readonly subjectId: string;
  readonly occurrenceId: string;
}

/** What is written to whom. */
export interface Addressed {
  readonly meeting: Meeting;
  readonly recipients: readonly (Recipient & { readonly links: readonly string[] })[];
}

interface Facing extends Meeting {
  readonly to: readonly ReminderRecipient[];
  readonly chair: string | null;
  readonly director: string | null;
  readonly secretary: string | null;
  /** Whose operators are told. */
  readonly unitIds: readonly string[];
  /** Who is told by name. */
  readonly userId: string | null;
}

const facing: Readonly<Record<ReminderAbout, string>> = {
  start: `
    SELECT NULL AS subject, NULL::timestamptz AS "dueAt", NULL AS "userId",
      ARRAY(SELECT DISTINCT unit_id FROM occurrence_sites WHERE occurrence_id = $3) AS "unitIds"`,
  agenda: `
    SELECT title AS subject, due_at AS "dueAt", NULL AS "userId", ARRAY[unit_id] AS "unitIds"
    FROM agenda_items WHERE id = $4`,
  answer: `
    SELECT site.name AS subject, NULL::timestamptz AS "dueAt", invitation.user_id AS "userId",
      array_remove(ARRAY[site.unit_id], NULL) AS "unitIds"
    FROM invitations invitation LEFT JOIN sites site ON site.id = invitation.site_id WHERE invitation.id = $4`,
  closing: `
    SELECT name AS subject, NULL::timestamptz AS "dueAt", NULL AS "userId", ARRAY[unit_id] AS "unitIds"
    FROM sites WHERE id = $4`,
};

/** Who is to hear of a reminder, asked at the moment it is due: whoever runs a site then, not when it was planned. */
@Injectable()
export class RecipientsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly operators: OperatorsService,
    private readonly places: PlacesService,
  ) {}

  /** @returns null when the meeting or what the reminder is about is gone */
  async of({ about, minutes, subjectId, occurrenceId }: Due): Promise<Addressed | null> {
    const [found] = await this.database.query<Facing[]>(
      `SELECT occurrence.title, occurrence.unit_name AS "unitName", occurrence.starts_at AS "startsAt", occurrence.zone,
         occurrence.chair_id AS chair, occurrence.director_id AS director, occurrence.secretary_id AS secretary,
         subject.*, coalesce((
           SELECT rule->'to' FROM jsonb_array_elements(${rulesOf}) rule
           WHERE rule->>'about' = '${about}' AND rule->>'minutes' = $2::text), '[]') AS "to"
       FROM occurrences occurrence CROSS JOIN (${facing[about]}) subject
       WHERE occurrence.id = $3 AND $4::uuid IS NOT NULL`,
      [JSON.stringify(defaultRules), String(minutes), occurrenceId, subjectId],
    );
    if (!found) return null;
    const { to, unitIds, userId, ...meeting } = found;
    const wantsOperators = about !== 'start' || to.includes('operators');
    const people = to.map((one) => (one === 'operators' ? null : meeting[one]));
    const operators = wantsOperators ? await this.operators.of(unitIds) : [];
    const named = [userId, ...people].flatMap((id) =>
      id === null ? [] : { id, account: true, unitId: null },
    );
    const recipients = await this.places.of({ about, subjectId, occurrenceId }, [...named, ...operators]);
    return { meeting, recipients };
  }
}
