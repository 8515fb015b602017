import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { type Reminded, trialErrors, type TrialState } from '@diemcau/contracts/meetings/trials';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MailsService } from '../mails/mails.service.js';
import { reminderOf } from './reminder-mail.js';
import type { TrialRow } from './trial-row.js';
import { TrialsService } from './trials.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const calmMs = 30 * 60_000;
const perQuestion = 200;

/** Windows open and close, by the clock or by hand, and remind who has not passed (TM-3). */
@Injectable()
export class WindowsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trials: TrialsService,
    private readonly addressees: AddresseesClient,
    private readonly mails: MailsService,
    private readonly audit: Audit,
  ) {}

  /** A window that nobody saw open, because everything was down, is closed all the same. */
  async lookAtClock(now: Date): Promise<void> {
    await this.database.query(
      `UPDATE trials SET state = CASE WHEN ends_at <= $1 THEN 'closed' ELSE 'open' END, version = version + 1
       WHERE (state = 'planned' AND starts_at <= $1) OR (state = 'open' AND ends_at <= $1)`,
      [now],
    );
  }

  /** @throws Failure `trials.notFound`, `.closed`, `common.notAllowed` */
  async open(trialId: string, caller: Caller): Promise<void> {
    await this.put(trialId, 'open', caller);
  }

  async close(trialId: string, caller: Caller): Promise<void> {
    await this.put(trialId, 'closed', caller);
  }

  /** @throws Failure `trials.notFound`, `.closed`, `.remindedLately`, `common.notAllowed` */
  async remind(trialId: string, now: Date, caller: Caller): Promise<Reminded> {
    const { unitPath } = await this.trials.visible(trialId, caller);
    const owing = await this.owing(this.database.manager, trialId);
    const names = new Map(owing.map(({ unitId, unitName }) => [unitId, unitName]));
    const people = await this.peopleOf(owing.map(({ unitId }) => unitId));
    return this.database.transaction(async (manager) => {
      const row = await this.trials.hold(manager, trialId, caller);
      if (row.state === 'closed') throw new Failure(trialErrors.closed);
      if (row.remindedAt && now.getTime() - row.remindedAt.getTime() < calmMs) {
        throw new Failure(trialErrors.remindedLately, { remindedAt: row.remindedAt.toISOString() });
      }
      await manager.query('UPDATE trials SET reminded_at = $2 WHERE id = $1', [trialId, now]);
      await this.mails.queueAll(
        manager,
        people.map(({ unitId, userId }) => ({
          key: `trial:${trialId}:${now.getTime()}:${userId}:${unitId}`,
          userId,
          ...reminderOf(row, names.get(unitId) ?? ''),
        })),
      );
      await this.audit.record(manager, caller, {
        action: 'trials.remind',
        unitId: unitPath.at(-1) ?? null,
        object: { kind: 'trial', id: trialId },
        after: { units: owing.length, mails: people.length },
      });
      return { units: owing.length, mails: people.length };
    });
  }

  private async put(trialId: string, state: Exclude<TrialState, 'planned'>, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const row: TrialRow = await this.trials.hold(manager, trialId, caller);
      if (row.state === state) return;
      if (row.state === 'closed') throw new Failure(trialErrors.closed);
      await manager.query('UPDATE trials SET state = $2, version = version + 1 WHERE id = $1', [
        trialId,
        state,
      ]);
      await this.audit.record(manager, caller, {
        action: state === 'open' ? 'trials.open' : 'trials.close',
        unitId: row.unitId,
        object: { kind: 'trial', id: trialId },
      });
    });
  }

  private owing(manager: EntityManager, trialId: string): Promise<{ unitId: string; unitName: string }[]> {
    return manager.query(
      `SELECT unit_id AS "unitId", unit_name AS "unitName" FROM trial_units
       WHERE trial_id = $1 AND state <> 'passed' ORDER BY unit_name`,
      [trialId],
    );
  }

  private async peopleOf(unitIds: readonly string[]) {
    const people: { unitId: string; userId: string }[] = [];
    for (let at = 0; at < unitIds.length; at += perQuestion) {
      const some = unitIds.slice(at, at + perQuestion);
      people.push(...(await this.addressees.operators({ unitIds: some }, itself)).items);
    }
    return people;
  }
}
