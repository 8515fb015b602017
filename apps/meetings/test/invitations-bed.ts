import type { ServiceCaller, UserCaller } from '@diemcau/contracts/core/caller';
import { folded } from '@diemcau/contracts/core/folded';
import { wholeLines } from '@diemcau/contracts/core/content-line';
import { type Invitation, InvitationsClient } from '@diemcau/contracts/meetings/invitations';
import { RepliesClient } from '@diemcau/contracts/meetings/replies';
import type { OccurrenceState, SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { InvitationsService } from '../src/invitations/invitations.service.js';
import { SweepingService } from '../src/invitations/sweeping.service.js';
import { TellingService } from '../src/invitations/telling.service.js';
import { DeliveringJob } from '../src/mails/delivering.job.js';
import { MeetingsModule } from '../src/meetings.module.js';
import { holding, Maker, ticketSecret } from './meetings.js';

export const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const dayMs = 24 * 3_600_000;
/** The same minute in so many days. */
export const inDays = (days: number): Date =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * dayMs);

export interface Site {
  readonly id: string;
  readonly unitId: string;
  readonly path: string[];
  /** Runs it, by the roster. */
  readonly operatorId: string;
}
interface Made {
  readonly startsAt?: Date;
  readonly state?: OccurrenceState;
  readonly chairId?: string;
  readonly secretaryId?: string;
  readonly title?: string;
  readonly seriesId?: string;
  readonly nominalDate?: string;
}

/** Meetings and identity, with a province whose sites have operators. */
export class InvitationsBed {
  readonly make: Maker;
  readonly invitations: InvitationsClient;
  readonly replies: RepliesClient;

  private constructor(
    readonly bed: TestBed,
    readonly province: string,
  ) {
    this.make = new Maker(bed);
    this.invitations = bed.client(InvitationsClient);
    this.replies = bed.client(RepliesClient);
  }

  /** @param smtpUrl without one identity keeps mails */
  static async start(smtpUrl = ''): Promise<InvitationsBed> {
    const bed = await TestBed.start();
    Object.assign(process.env, { TICKET_SECRET: ticketSecret, PUBLIC_URL: 'https://hop.example' });
    await bed.beside('identity', {
      ACCESS_TOKEN_SECRET: ticketSecret,
      SECRETS_KEY: ticketSecret,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Điểm Cầu <khong-tra-loi@hop.example>',
    });
    await bed.serve(MeetingsModule, { name: 'meetings' });
    return new InvitationsBed(bed, await new Maker(bed).unit('Sở mẫu'));
  }

  /** In meetings' own schema, where its triggers find their tables. */
  async sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.bed.part(DataSource).query<Row[]>(text, values);
  }

  /** The only invitation that waits for an answer of this person. */
  async waiting(caller: UserCaller): Promise<Invitation> {
    const { items } = await this.replies.mine({}, caller);
    const [only, ...more] = items;
    if (!only || more.length > 0) throw new Error(`${items.length} invitations wait`);
    return only.invitation;
  }

  async person(name: string, unitId: string): Promise<string> {
    const id = await this.make.user(name, unitId);
    await this.bed.sql('UPDATE identity.users SET email = $2, search = $3 WHERE id = $1', [
      id,
      `${folded(name).replaceAll(' ', '.')}@truong-mau.example`,
      folded(name),
    ]);
    return id;
  }

  /** Of a school of its own. */
  async site(name: string): Promise<Site> {
    const unitId = await this.make.unit(`Trường ${name}`, this.province);
    const path = [this.province, unitId];
    const operatorId = await this.person(`Cán bộ ${name}`, unitId);
    const id = randomUUID();
    await this.sql(
      `INSERT INTO sites (id, unit_id, unit_path, unit_name, name, search, capacity)
       VALUES ($1, $2, $3, $4, $4, $5, 40)`,
      [id, unitId, path, `Điểm cầu ${name}`, folded(name)],
    );
    await this.bed.sql(
      `INSERT INTO identity.roster_entries (id, unit_id, user_id, sort_name, search, duties, since)
       VALUES (gen_random_uuid(), $1, $2, '', '', 'Phụ trách chính', '2020-01-01')`,
      [unitId, operatorId],
    );
    return { id, unitId, path, operatorId };
  }

  async occurrence(sites: readonly Site[], of: Made = {}): Promise<string> {
    const id = randomUUID();
    const { startsAt = inDays(3), state = 'scheduled' } = of;
    await this.sql(
      `INSERT INTO occurrences (id, unit_id, unit_path, unit_name, kind, title, state, starts_at, ends_at,
                                         chair_id, secretary_id, series_id, nominal_date)
       VALUES ($1, $2, $3, 'Sở mẫu', 'briefing', $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        this.province,
        [this.province],
        of.title ?? 'Giao ban tháng 11; khối THPT, GDTX',
        state,
        startsAt,
        new Date(startsAt.getTime() + 3 * 3_600_000),
        of.chairId ?? null,
        of.secretaryId ?? null,
        of.seriesId ?? null,
        of.nominalDate ?? null,
      ],
    );
    for (const [index, site] of sites.entries())
      await this.addSite(id, site, index === 0 ? 'main' : 'member');
    return id;
  }

  async addSite(occurrenceId: string, { id }: Site, role: SiteRole): Promise<void> {
    await this.sql(
      'INSERT INTO occurrence_sites (occurrence_id, site_id, role, expected) VALUES ($1, $2, $3, 20)',
      [occurrenceId, id, role],
    );
  }

  /** As another feature changes a meeting: in one transaction with its invitations. */
  async change(occurrenceId: string, set: string): Promise<void> {
    await this.bed.part(DataSource).transaction(async (manager) => {
      await manager.query(`UPDATE occurrences SET version = version + 1, ${set} WHERE id = $1`, [
        occurrenceId,
      ]);
      await this.bed.part(InvitationsService).follow(manager, occurrenceId);
    });
  }

  /** What the minute's jobs do. */
  async tell(): Promise<void> {
    await this.bed.part(SweepingService).sweep();
    await this.bed.part(TellingService).tell();
    await this.bed.part(DeliveringJob).deliver();
  }

  async of(occurrenceId: string, caller: UserCaller) {
    return (await this.invitations.list({ occurrenceId }, caller)).items;
  }

  /** Calendar methods of the mails that somebody got about a meeting, in their order. */
  async methods(userId: string): Promise<string[]> {
    const rows = await this.bed.sql<{ method: string }>(
      `SELECT calendar_method AS method FROM identity.mails WHERE user_id = $1 ORDER BY created_at`,
      [userId],
    );
    return rows.map(({ method }) => method);
  }
}

/** The decoded `text/calendar` alternative of a message (RFC 5322) with base64 parts. */
export function calendarPartOf(eml: string): { type: string; ics: string } {
  const [, headers = '', body = ''] =
    /(Content-Type: text\/calendar[\s\S]*?)\r?\n\r?\n([\s\S]*?)\r?\n--/i.exec(eml) ?? [];
  const encoded = /base64/i.test(headers);
  const ics = encoded ? Buffer.from(body, 'base64').toString() : quotedPrintable(body);
  return { type: headers.replaceAll(/\r?\n\s+/g, ' '), ics };
}

/** The readable part, decoded. */
export function textOf(eml: string): string {
  const [, headers = '', body = ''] =
    /(Content-Type: text\/plain[\s\S]*?)\r?\n\r?\n([\s\S]*?)(?:\r?\n--|$)/i.exec(eml) ?? [];
  return /base64/i.test(headers) ? Buffer.from(body, 'base64').toString() : quotedPrintable(body);
}

const quotedPrintable = (body: string): string =>
  Buffer.from(
    body
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

/** Values of a property, over the whole text. */
export const valuesOf = (ics: string, name: string): string[] =>
  wholeLines(ics)
    .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    .map((line) => line.slice(line.indexOf(':') + 1));

/** Who runs the site. */
export const operatorOf = ({ unitId, operatorId }: Site): UserCaller =>
  holding('siteOperator', unitId, operatorId);
