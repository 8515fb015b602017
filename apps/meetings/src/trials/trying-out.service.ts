import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { MirrorTicket } from '@diemcau/contracts/meetings/checks-own';
import {
  type OwnTrial,
  type SubmitTrial,
  trialErrors,
  type TrialUnit,
} from '@diemcau/contracts/meetings/trials';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { DeviceTestsService, testJson, toTest } from '../checks/device-tests.service.js';
import { MirrorsService } from '../checks/mirrors.service.js';
import { expectedOf, PoliciesService } from '../checks/policies.service.js';
import { subjectOfTrial } from './trial-subject.js';
import { type TrialRow, trialSql } from './trial-row.js';

type UnitRow = Omit<TrialUnit, 'trialId'> & { readonly unitPath: string[] };

/** An invited unit passes the device and line test, trying as often as it needs. */
@Injectable()
export class TryingOutService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly tests: DeviceTestsService,
    private readonly policies: PoliciesService,
    private readonly mirrors: MirrorsService,
  ) {}

  /** @throws Failure `trials.notFound` also where the caller may not answer for the unit */
  async look(trialId: string, unitId: string, caller: Caller): Promise<OwnTrial> {
    return this.view(this.database.manager, trialId, unitId, caller);
  }

  /** To measure sound and picture. @throws Failure `trials.notFound`, `.notOpen` */
  async mirror(trialId: string, unitId: string, caller: Caller): Promise<MirrorTicket> {
    const { trial } = await this.held(this.database.manager, trialId, unitId, caller);
    if (trial.state !== 'open') throw new Failure(trialErrors.notOpen, { state: trial.state });
    return this.mirrors.sign(trial.roomId, subjectOfTrial(trialId, unitId));
  }

  /**
   * Who has passed stays passed; the same line test sent twice is one.
   * @throws Failure `trials.notFound`, `.notOpen`, `checks.itemsMissing` and what the line test is refused for
   */
  async submit({ trialId, unitId, ...findings }: SubmitTrial, caller: Caller): Promise<OwnTrial> {
    const { trial, unit } = await this.held(this.database.manager, trialId, unitId, caller);
    if (unit.test?.lineTestId === findings.lineTestId) return this.look(trialId, unitId, caller);
    if (trial.state !== 'open') throw new Failure(trialErrors.notOpen, { state: trial.state });
    const { roomId } = trial;
    const subject = subjectOfTrial(trialId, unitId);
    const measured = await this.tests.measured(findings, { roomId, subject, since: null });
    return this.database.transaction(async (manager) => {
      // Closing waits for results under way, and they for it.
      const [open] = await manager.query<unknown[]>(
        `SELECT 1 FROM trials WHERE id = $1 AND state = 'open' FOR SHARE`,
        [trialId],
      );
      if (!open) throw new Failure(trialErrors.notOpen);
      const expected = expectedOf(await this.policies.of(manager, trial.unitPath));
      const { requiredMbps } = trial;
      const kept = await this.tests.keep(
        manager,
        { trialId, unitId },
        findings,
        measured,
        { requiredMbps, expected },
        caller,
      );
      const passed = kept.reasons.length === 0;
      await manager.query(
        `UPDATE trial_units SET tries = tries + 1,
           state = CASE WHEN state = 'passed' OR $3 THEN 'passed' ELSE 'failed' END,
           test_id = CASE WHEN state = 'passed' AND NOT $3 THEN test_id ELSE $4 END
         WHERE trial_id = $1 AND unit_id = $2`,
        [trialId, unitId, passed, kept.id],
      );
      return this.view(manager, trialId, unitId, caller);
    });
  }

  private async view(
    manager: EntityManager,
    trialId: string,
    unitId: string,
    caller: Caller,
  ): Promise<OwnTrial> {
    const { trial, unit } = await this.held(manager, trialId, unitId, caller);
    const { unitPath: _path, test, ...shown } = unit;
    return {
      trialId,
      ...shown,
      test: toTest(test),
      title: trial.title,
      roomSlug: trial.roomSlug,
      startsAt: trial.startsAt.toISOString(),
      endsAt: trial.endsAt.toISOString(),
      requiredMbps: trial.requiredMbps,
      window: trial.state,
      expected: expectedOf(await this.policies.of(manager, trial.unitPath)),
    };
  }

  private async held(manager: EntityManager, trialId: string, unitId: string, caller: Caller) {
    const [unit] = await manager.query<UnitRow[]>(
      `SELECT u.unit_id AS "unitId", u.unit_path AS "unitPath", u.unit_name AS "unitName", u.state, u.tries,
              ${testJson} AS test
       FROM trial_units u LEFT JOIN device_tests t ON t.id = u.test_id WHERE u.trial_id = $1 AND u.unit_id = $2`,
      [trialId, unitId],
    );
    const [trial] = await manager.query<TrialRow[]>(`${trialSql} WHERE w.id = $1`, [trialId]);
    if (!trial || !unit || !mayOn(caller, 'meetings.answer', unit.unitPath)) {
      throw new Failure(trialErrors.notFound, { trialId, unitId });
    }
    return { trial, unit };
  }
}
