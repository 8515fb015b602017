import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import type { Maker } from './meetings.js';

/** A meeting with one site, its operator on the roster, and a chair. */
export interface Convened {
  readonly id: string;
  readonly siteId: string;
  readonly operatorId: string;
  readonly chairId: string;
}

interface Wanted {
  readonly path: readonly string[];
  readonly startsAt: Date;
  readonly operatorId: string;
  readonly chairId: string;
  readonly state?: string;
}

/** A school of a province, from the province down, and whom its meetings remind. */
export interface Reminded {
  readonly path: string[];
  readonly people: { readonly operatorId: string; readonly chairId: string };
}

/** Short ways to say what reminders rest on. */
export class Convener {
  constructor(private readonly bed: TestBed) {}

  /** A scheduled meeting of an hour, held by the last unit of the path. */
  async meeting({ path, startsAt, operatorId, chairId, state = 'scheduled' }: Wanted): Promise<Convened> {
    const [id, siteId, unitId] = [randomUUID(), randomUUID(), path.at(-1)];
    await this.bed.sql(
      `INSERT INTO meetings.sites (id, unit_id, unit_path, unit_name, name, search, capacity)
       VALUES ($1, $2, $3, 'Trường mẫu', $4, 'x', 40)`,
      [siteId, unitId, path, siteId],
    );
    await this.bed.sql(
      `INSERT INTO meetings.occurrences (id, unit_id, unit_path, unit_name, kind, title, state, starts_at, ends_at, chair_id)
       VALUES ($1, $2, $3, 'Trường mẫu', 'briefing', 'Giao ban', $4, $5, $5::timestamptz + interval '1 hour', $6)`,
      [id, unitId, path, state, startsAt, chairId],
    );
    await this.bed.sql(
      `INSERT INTO meetings.occurrence_sites (occurrence_id, site_id, role, expected) VALUES ($1, $2, 'main', 10)`,
      [id, siteId],
    );
    return { id, siteId, operatorId, chairId };
  }

  /** With an operator on the roster, and somebody who presides. */
  async school(make: Maker): Promise<Reminded> {
    const province = await make.unit('Sở mẫu');
    const unitId = await make.unit('Trường mẫu', province);
    const people = {
      operatorId: await make.user('Người Vận Hành Mẫu', unitId),
      chairId: await make.user('Người Chủ Trì Mẫu', unitId),
    };
    await this.onRoster(unitId, people.operatorId);
    return { path: [province, unitId], people };
  }

  async onRoster(unitId: string, userId: string): Promise<void> {
    await this.bed.sql(
      `INSERT INTO identity.roster_entries (id, unit_id, user_id, sort_name, search, duties, since)
       VALUES (gen_random_uuid(), $1, $2, 'mau', 'mau', 'Phụ trách chính', '2020-01-01')`,
      [unitId, userId],
    );
  }

  /** «0 start 1440 sent 2»: every reminder of the meeting, by version of its time, the earliest first. */
  async reminders(occurrenceId: string): Promise<string[]> {
    const rows = await this.bed.sql<{ line: string }>(
      `SELECT sequence || ' ' || about || ' ' || minutes || ' ' || state || ' ' || people AS line
       FROM meetings.reminders WHERE occurrence_id = $1 ORDER BY sequence, about, minutes DESC`,
      [occurrenceId],
    );
    return rows.map(({ line }) => line);
  }

  /** Who got mails of the meeting's reminders, a line a mail. */
  async mailed(occurrenceId: string): Promise<string[]> {
    const rows = await this.bed.sql<{ userId: string }>(
      `SELECT mail.user_id AS "userId" FROM meetings.outgoing_mails mail
       JOIN meetings.reminders reminder ON mail.key LIKE 'reminder:' || reminder.id || ':%'
       WHERE reminder.occurrence_id = $1 ORDER BY reminder.minutes DESC, mail.user_id`,
      [occurrenceId],
    );
    return rows.map(({ userId }) => userId);
  }
}
