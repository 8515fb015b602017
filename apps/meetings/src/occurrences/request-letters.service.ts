import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MeetingsConfig } from '../config.js';
import { jobNames } from '../job-names.js';
import { MailsService } from '../mails/mails.service.js';
import { askedLetter, decidedLetter, type RequestTold } from './request-letter.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const batch = 100;
const first = '00000000-0000-0000-0000-000000000000';

interface Asked extends RequestTold {
  readonly ownerId: string;
  readonly authorId: string | null;
  readonly askedAt: Date;
}
/** `$1`: after this meeting. The urgent ones are in no batch of their own: all are told in the same look. */
const untold = `
  SELECT o.id, o.title, coalesce(o.requesting_unit_name, o.unit_name) AS "unitName", o.urgent,
         o.starts_at AS "startsAt", o.zone, o.reason, o.unit_id AS "ownerId", o.author_id AS "authorId",
         l.asked_at AS "askedAt"
  FROM request_letters l JOIN occurrences o ON o.id = l.occurrence_id
  WHERE l.told_at IS NULL AND o.state = 'pendingApproval' AND o.id > $1 ORDER BY o.id LIMIT ${batch}`;

/**
 * Who may approve a meeting is written to when it is asked for, and who asked when it is decided (HB-7.2): an urgent one does
 * not wait until somebody looks. Once for each time it is submitted, whichever replica does it; where nobody may approve, it
 * is looked at again until somebody does.
 */
@Injectable()
export class RequestLettersService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly addressees: AddresseesClient,
    private readonly mails: MailsService,
    private readonly config: MeetingsConfig,
    private readonly jobs: Jobs,
  ) {
    jobs.every(jobNames.tellRequests, '* * * * *', () => this.tell());
  }

  /** In the transaction that submits it; the letters follow. When it was asked tells it from the time before, in whole milliseconds. */
  async asked(manager: EntityManager, occurrenceId: string): Promise<void> {
    await manager.query(
      `INSERT INTO request_letters (occurrence_id, asked_at) VALUES ($1, date_trunc('milliseconds', now()))
       ON CONFLICT (occurrence_id) DO UPDATE SET asked_at = excluded.asked_at, told_at = NULL`,
      [occurrenceId],
    );
    this.jobs.soon(jobNames.tellRequests);
  }

  /** In the transaction of the decision. */
  async decided(
    manager: EntityManager,
    request: Omit<RequestTold, 'unitName'> & { readonly authorId: string | null; readonly version: number },
    approved: boolean,
  ): Promise<void> {
    const { id, authorId: userId, version } = request;
    if (userId === null) return;
    const letter = decidedLetter({ ...request, unitName: '' }, approved, this.origin);
    await this.mails.queue(manager, { key: `request:${id}:decided:${version}`, userId, ...letter });
  }

  async tell(): Promise<void> {
    for (let after = first; ;) {
      const due = await this.database.query<Asked[]>(untold, [after]);
      const last = due.at(-1);
      if (!last) return;
      const unitIds = [...new Set(due.map(({ ownerId }) => ownerId))];
      const { items } = await this.addressees.approving({ unitIds }, itself);
      for (const one of due) {
        const people = items.filter(
          ({ unitId, userId }) => unitId === one.ownerId && userId !== one.authorId,
        );
        if (people.length > 0)
          await this.write(
            one,
            people.map(({ userId }) => userId),
          );
      }
      after = last.id;
    }
  }

  private async write(request: Asked, userIds: readonly string[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [told] = await manager.query<[unknown[], number]>(
        `UPDATE request_letters SET told_at = now() WHERE occurrence_id = $1 AND asked_at = $2 AND told_at IS NULL
         RETURNING 1`,
        [request.id, request.askedAt],
      );
      if (told.length === 0) return;
      const letter = askedLetter(request, this.origin);
      const key = `request:${request.id}:asked:${request.askedAt.getTime()}`;
      await this.mails.queueAll(
        manager,
        userIds.map((userId) => ({ key: `${key}:${userId}`, userId, ...letter })),
      );
    });
  }

  private get origin(): string {
    return new URL(this.config.publicUrl).origin;
  }
}
