import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MeetingsConfig } from '../config.js';
import { jobNames } from '../job-names.js';
import { MailsService } from '../mails/mails.service.js';
import { approvedLetter, returnedLetter, submittedLetter } from './plan-letter.js';
import { planColumns, type PlanRow } from './plan-row.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const batch = 100;
const first = '00000000-0000-0000-0000-000000000000';

/** `$1`: after this plan. */
const untold = `
  SELECT ${planColumns} FROM plans plan
  WHERE plan.state = 'submitted' AND plan.told_at IS DISTINCT FROM plan.submitted_at AND plan.id > $1
  ORDER BY plan.id LIMIT ${batch}`;

/**
 * Who may approve a plan is written to when it is submitted, and its author when it is decided (HB-7.1): no meeting of it is
 * made before. Once for each submission, whichever replica does it; where nobody may approve, it is looked at again until
 * somebody does.
 */
@Injectable()
export class PlanLettersService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly addressees: AddresseesClient,
    private readonly mails: MailsService,
    private readonly config: MeetingsConfig,
    private readonly jobs: Jobs,
  ) {
    jobs.every(jobNames.tellPlans, '* * * * *', () => this.tell());
  }

  /** The letters follow what was submitted. */
  submitted(): void {
    this.jobs.soon(jobNames.tellPlans);
  }

  /** In the transaction of the decision. */
  async approved(manager: EntityManager, plan: PlanRow): Promise<void> {
    await this.toAuthor(manager, plan, approvedLetter(plan, this.origin));
  }

  /** In the transaction of the decision. */
  async returned(manager: EntityManager, plan: PlanRow, comment: string): Promise<void> {
    await this.toAuthor(manager, plan, returnedLetter(plan, comment, this.origin));
  }

  async tell(): Promise<void> {
    for (let after = first; ;) {
      const due = await this.database.query<PlanRow[]>(untold, [after]);
      const last = due.at(-1);
      if (!last) return;
      const unitIds = [...new Set(due.map(({ unitId }) => unitId))];
      const { items } = await this.addressees.approving({ unitIds }, itself);
      for (const plan of due) {
        const people = items.filter(
          ({ unitId, userId }) => unitId === plan.unitId && userId !== plan.authorId,
        );
        if (people.length > 0) {
          await this.write(
            plan,
            people.map(({ userId }) => userId),
          );
        }
      }
      after = last.id;
    }
  }

  private async write(plan: PlanRow, userIds: readonly string[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [told] = await manager.query<[unknown[], number]>(
        `UPDATE plans SET told_at = submitted_at
         WHERE id = $1 AND version = $2 AND state = 'submitted' AND told_at IS DISTINCT FROM submitted_at
         RETURNING 1`,
        [plan.id, plan.version],
      );
      if (told.length === 0) return;
      const letter = submittedLetter(plan, this.origin);
      await this.mails.queueAll(
        manager,
        userIds.map((userId) => ({
          key: `plan:${plan.id}:submitted:${plan.version}:${userId}`,
          userId,
          ...letter,
        })),
      );
    });
  }

  private async toAuthor(
    manager: EntityManager,
    { id, version, authorId: userId }: PlanRow,
    letter: { readonly subject: string; readonly text: string },
  ): Promise<void> {
    await this.mails.queue(manager, { key: `plan:${id}:decided:${version}`, userId, ...letter });
  }

  private get origin(): string {
    return new URL(this.config.publicUrl).origin;
  }
}
