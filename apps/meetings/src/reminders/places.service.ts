import type { ReminderAbout } from '@diemcau/contracts/meetings/reminders';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ChecksService } from '../checks/checks.service.js';
import { MeetingsConfig } from '../config.js';
import { LinksService } from '../invitations/links.service.js';
import type { Recipient } from '../mails/operators.service.js';

export interface Reminded {
  readonly about: ReminderAbout;
  readonly subjectId: string;
  readonly occurrenceId: string;
}
/** With the unit whose site the person runs; null for who is told by name. */
interface Told extends Recipient {
  readonly unitId: string | null;
}
interface Placed extends Recipient {
  readonly links: readonly string[];
}

/** Where what a reminder asks for is done: links that need no sign-in where there are such, else pages of the workplace. */
@Injectable()
export class PlacesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly checks: ChecksService,
    private readonly replies: LinksService,
    private readonly config: MeetingsConfig,
  ) {}

  /** Each once, however many sites somebody runs; who has no account is left out where only a page would do. */
  async of(reminded: Reminded, told: readonly Told[]): Promise<Placed[]> {
    const { about, occurrenceId, subjectId } = reminded;
    const own = await this.ownLinks(reminded);
    const placed = new Map<string, Placed>();
    for (const { id, account, unitId } of told) {
      if (!account && (about === 'agenda' || about === 'closing')) continue;
      const before = placed.get(id)?.links ?? [];
      placed.set(id, { id, account, links: [...new Set([...before, ...own(id, unitId)])] });
    }
    const page = new URL(pages[about](occurrenceId, subjectId), this.config.publicUrl).href;
    return [...placed.values()].map((one) =>
      one.links.length === 0 && one.account ? { ...one, links: [page] } : one,
    );
  }

  private async ownLinks(reminded: Reminded): Promise<(id: string, unitId: string | null) => string[]> {
    switch (reminded.about) {
      case 'agenda':
      case 'closing':
        return () => [];
      case 'start':
        return this.checkLinks(reminded.occurrenceId);
      case 'answer':
        return this.replyLinks(reminded.subjectId);
    }
  }

  /** Of sites whose check is open and not passed. */
  private async checkLinks(occurrenceId: string) {
    const sites = await this.database.query<{ id: string; unitId: string; startsAt: Date }[]>(
      `SELECT os.site_id AS id, os.unit_id AS "unitId", o.starts_at AS "startsAt"
       FROM occurrence_sites os JOIN occurrences o ON o.id = os.occurrence_id
         JOIN check_campaigns p ON p.occurrence_id = o.id
         LEFT JOIN connection_checks c ON c.occurrence_id = o.id AND c.site_id = os.site_id
       WHERE o.id = $1 AND c.passed IS NOT TRUE ORDER BY os.site_id`,
      [occurrenceId],
    );
    return (_id: string, unitId: string | null): string[] =>
      sites
        .filter((site) => site.unitId === unitId)
        .map((site) => this.checks.addressFor(occurrenceId, site.id, site.startsAt));
  }

  /** For who got the invitation itself. */
  private async replyLinks(invitationId: string) {
    const told = await this.database.query<{ id: string; round: number }[]>(
      `SELECT r.recipient_id AS id, i.round FROM invitation_recipients r JOIN invitations i ON i.id = r.invitation_id
       WHERE i.id = $1 AND NOT r.cancelled`,
      [invitationId],
    );
    return (id: string): string[] =>
      told
        .filter((one) => one.id === id)
        .map(({ round }) => this.replies.addressOf({ invitationId, recipientId: id, round }));
  }
}

const pages: Readonly<Record<ReminderAbout, (occurrenceId: string, subjectId: string) => string>> = {
  start: () => '/work/checks',
  agenda: (occurrenceId) => `/work/meetings/${occurrenceId}`,
  answer: () => '/work/invitations',
  closing: (occurrenceId, siteId) => `/work/closing/${occurrenceId}/${siteId}`,
};
