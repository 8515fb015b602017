import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import type { ReminderAbout, ReminderRecipient } from '@diemcau/contracts/meetings/reminders';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MeetingsConfig } from '../config.js';
import type { Meeting } from './letter.js';
import { rulesOf } from './planning.js';
import { defaultRules } from './rules.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const unitsPerQuestion = 200;

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
  readonly userIds: readonly string[];
  /** The page where what is asked for is done. */
  readonly link: string;
}

const pages: Readonly<Record<ReminderAbout, (occurrenceId: string) => string>> = {
  start: () => '/work/checks',
  agenda: (occurrenceId) => `/work/meetings/${occurrenceId}`,
  answer: () => '/work/invitations',
};

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
};

/** Who is to hear of a reminder, asked at the moment it is due: whoever runs a site then, not when it was planned. */
@Injectable()
export class RecipientsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly addressees: AddresseesClient,
    private readonly config: MeetingsConfig,
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
    const operators = wantsOperators ? await this.operators(unitIds) : [];
    const userIds = new Set([userId, ...people, ...operators].filter((one) => one !== null));
    const link = new URL(pages[about](occurrenceId), this.config.publicUrl).href;
    return { meeting, userIds: [...userIds], link };
  }

  private async operators(unitIds: readonly string[]): Promise<string[]> {
    const userIds: string[] = [];
    for (let at = 0; at < unitIds.length; at += unitsPerQuestion) {
      const some = unitIds.slice(at, at + unitsPerQuestion);
      const { items } = await this.addressees.operators({ unitIds: [...some] }, itself);
      userIds.push(...items.map((operator) => operator.userId));
    }
    return userIds;
  }
}
