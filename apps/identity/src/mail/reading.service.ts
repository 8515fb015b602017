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
import { AuditService } from '../audit/audit.service.js';
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

/** Of people below the caller's units; what went to the roster without an account, of whole provinces. */
const isTheirs = `(user_id IS NULL AND province_id = ANY ($2) OR EXISTS (
  SELECT FROM users u JOIN units unit ON unit.id = u.unit_id
  WHERE u.id = mails.user_id AND (unit.id = ANY ($1) OR unit.path && $2)))`;

function reachOf(caller: Caller): [units: string[], trees: string[]] {
  const reading = grantsOf(caller, 'settings.read');
  const trees = reading.filter(({ subtree }) => subtree);
  return [reading.map(({ unitId }) => unitId), trees.map(({ unitId }) => unitId)];
}

/** Whoever reads them can act as the person. */
const leadingIn: ReadonlySet<MailKind> = new Set<MailKind>(['passwordReset', 'emailConfirmation']);

/** Mails as the console shows them to who looks after the people they go to. */
@Injectable()
export class ReadingMailsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly box: SecretBox,
    private readonly config: IdentityConfig,
    private readonly audit: AuditService,
  ) {}

  async list({ limit = 50, cursor, state }: MailQuery, caller: Caller): Promise<MailPage> {
    const after = positionOf(cursor, (key) => !Number.isNaN(Date.parse(key)));
    const rows = await this.database.query<Row[]>(
      `SELECT ${columns} FROM mails
       WHERE ${isTheirs} AND state = coalesce($3, state)
         AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $6`,
      [...reachOf(caller), state ?? null, after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => ({
      key: createdAt.toISOString(),
      id,
    }));
    return { items: items.map(toDto), nextCursor };
  }

  /**
   * What leads into somebody's account is noted in the audit log when it is opened: who did could act as that person.
   * @throws Failure `mails.notFound`, also when it goes to somebody who holds more than the caller, or leads into the account
   * of somebody whose secrets the caller does not issue
   */
  async read(mailId: string, caller: Caller): Promise<MailWhole> {
    const [row] = await this.database.query<Row[]>(
      `SELECT ${columns} FROM mails WHERE ${isTheirs} AND id = $3`,
      [...reachOf(caller), mailId],
    );
    if (!row || (row.userId !== null && !(await this.mayOpen(row.kind, row.userId, caller))))
      throw new Failure(mailErrors.notFound, { mailId });
    const eml = await this.emlOf(row);
    if (eml !== null) await this.note(row, caller);
    return { ...toDto(row), eml };
  }

  private async note({ id: mailId, kind, userId }: Row, caller: Caller): Promise<void> {
    if (userId === null || !leadingIn.has(kind)) return;
    const { manager } = this.database;
    const [user] = await manager.query<{ unitId: string }[]>(
      'SELECT unit_id AS "unitId" FROM users WHERE id = $1',
      [userId],
    );
    await this.audit.record(manager, caller, {
      action: 'mails.open',
      unitId: user?.unitId ?? null,
      object: { kind: 'user', id: userId },
      after: { mailId, kind },
    });
  }

  private async mayOpen(kind: MailKind, userId: string, caller: Caller): Promise<boolean> {
    const { manager } = this.database;
    try {
      if (leadingIn.has(kind)) await this.standing.see(manager, userId, 'users.secrets', caller);
      await this.standing.refuseBeyond(manager, [userId], caller);
      return true;
    } catch (error) {
      if (error instanceof Failure && (error.is(userErrors.beyond) || error.is(userErrors.notFound)))
        return false;
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
