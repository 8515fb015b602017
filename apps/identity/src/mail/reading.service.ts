import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type CalendarMethod,
  type Mail,
  mailErrors,
  type MailKind,
  type MailPage,
  type MailQuery,
  type MailState,
  type MailWhole,
} from '@diemcau/contracts/identity/mail';
import { userErrors } from '@diemcau/contracts/identity/users';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { IdentityConfig } from '../config.js';
import { StandingService } from '../users/standing.service.js';
import { emlOf } from './envelope.js';
import { calendarIn, purposeOf } from './sealed.js';

interface Row {
  readonly id: string;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly userId: string | null;
  readonly to: string | null;
  readonly subject: string | null;
  readonly sealedText: Buffer | null;
  readonly sealedCalendar: Buffer | null;
  readonly method: CalendarMethod | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly attempts: number;
  readonly problem: string | null;
}

const columns = `mails.id, kind, mails.state, user_id AS "userId", recipient AS "to", subject,
  sealed_text AS "sealedText", sealed_calendar AS "sealedCalendar", calendar_method AS method, created_at AS "createdAt", sent_at AS "sentAt", attempts, problem`;

const toDto = ({
  sealedText: _sealedText,
  sealedCalendar: _sealedCalendar,
  method: _method,
  createdAt,
  sentAt,
  ...rest
}: Row): Mail => ({
  ...rest,
  createdAt: createdAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
});

/** Mails as the console of a province shows them. */
@Injectable()
export class ReadingMailsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly box: SecretBox,
    private readonly config: IdentityConfig,
  ) {}

  async list({ limit = 50, cursor, state }: MailQuery, caller: Caller): Promise<MailPage> {
    const after = positionOf(cursor, (key) => !Number.isNaN(Date.parse(key)));
    const rows = await this.database.query<Row[]>(
      `SELECT ${columns} FROM mails
       WHERE province_id = ANY ($1) AND state = coalesce($2, state)
         AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $5`,
      [this.provincesOf(caller), state ?? null, after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => ({
      key: createdAt.toISOString(),
      id,
    }));
    return { items: items.map(toDto), nextCursor };
  }

  /** @throws Failure `mails.notFound`, also when it goes to somebody who holds more than the caller */
  async read(mailId: string, caller: Caller): Promise<MailWhole> {
    const [row] = await this.database.query<Row[]>(
      `SELECT ${columns} FROM mails WHERE id = $1 AND province_id = ANY ($2)`,
      [mailId, this.provincesOf(caller)],
    );
    if (!row || (row.userId !== null && !(await this.mayOpen(row.userId, caller))))
      throw new Failure(mailErrors.notFound, { mailId });
    return { ...toDto(row), eml: await this.emlOf(row) };
  }

  /** Whole provinces: mails are not divided by unit. */
  private provincesOf(caller: Caller): string[] {
    return grantsOf(caller, 'settings.read').flatMap(({ unitId, subtree }) => (subtree ? [unitId] : []));
  }

  private async mayOpen(userId: string, caller: Caller): Promise<boolean> {
    try {
      await this.standing.refuseBeyond(this.database.manager, [userId], caller);
      return true;
    } catch (error) {
      if (error instanceof Failure && error.is(userErrors.beyond)) return false;
      throw error;
    }
  }

  private async emlOf({ id, to, subject, sealedText, ...row }: Row): Promise<string | null> {
    if (to === null || subject === null || sealedText === null) return null;
    const text = this.box.open(purposeOf(id), sealedText);
    const calendar = calendarIn(this.box, { id, ...row });
    return emlOf({ id, from: this.config.mailFrom, to, subject, text, date: row.createdAt, calendar });
  }
}
