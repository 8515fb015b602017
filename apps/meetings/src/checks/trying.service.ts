import { Failure } from '@diemcau/contracts/core/failure';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import type { OwnCheck, SubmitCheck } from '@diemcau/contracts/meetings/checks-own';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CampaignsService } from './campaigns.service.js';
import { DeviceTestsService, type Kept } from './device-tests.service.js';
import { subjectOfCheck } from './mirror-tickets.js';
import type { OwnCheckRow } from './own-check-row.js';
import { OwnChecksService, type Speaker } from './own-checks.service.js';
import { TryingRules } from './trying-rules.service.js';

/** A site tries: `pending → running → pass | fail`, again and again until the meeting starts. */
@Injectable()
export class TryingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly own: OwnChecksService,
    private readonly tests: DeviceTestsService,
    private readonly campaigns: CampaignsService,
    private readonly rules: TryingRules,
  ) {}

  /**
   * Another try under way is given up: the operator sits at one place. What was passed is passed until this try has a result.
   * @throws Failure `checks.notFound`, `.notOpen`
   */
  async begin(occurrenceId: string, siteId: string, speaker: Speaker): Promise<OwnCheck> {
    return this.database.transaction(async (manager) => {
      const row = await this.own.row(manager, occurrenceId, siteId, speaker);
      const { now } = await this.rules.open(manager, row);
      await manager.query(
        `INSERT INTO connection_checks AS c (occurrence_id, site_id, state, attempt, started_at)
         VALUES ($1, $2, 'running', 1, $3)
         ON CONFLICT (occurrence_id, site_id) DO UPDATE SET state = 'running', passed_before = c.passed, attempt = c.attempt + 1,
           started_at = $3`,
        [occurrenceId, siteId, now],
      );
      return this.own.view(manager, await this.own.row(manager, occurrenceId, siteId, speaker));
    });
  }

  /**
   * Of two results of one try the first counts; the same sent twice is one.
   * @throws Failure `checks.notFound`, `.notOpen`, `.notRunning`, `.itemsMissing` and what {@link DeviceTestsService} throws
   */
  async submit(
    { occurrenceId, siteId, attempt, ...findings }: SubmitCheck,
    speaker: Speaker,
  ): Promise<OwnCheck> {
    const seen = await this.own.row(this.database.manager, occurrenceId, siteId, speaker);
    if (isDone(seen, attempt, findings.lineTestId)) return this.own.view(this.database.manager, seen);
    if (seen.state !== 'running' || seen.attempt !== attempt) throw new Failure(checkErrors.notRunning);
    const measured = await this.tests.measured(findings, {
      roomId: seen.roomId,
      subject: subjectOfCheck(occurrenceId, siteId, attempt),
      since: seen.startedAt,
    });
    return this.database.transaction(async (manager) => {
      await manager.query(
        'SELECT FROM connection_checks WHERE occurrence_id = $1 AND site_id = $2 FOR NO KEY UPDATE',
        [occurrenceId, siteId],
      );
      const row = await this.own.row(manager, occurrenceId, siteId, speaker);
      if (!isDone(row, attempt, findings.lineTestId)) {
        if (row.state !== 'running' || row.attempt !== attempt) throw new Failure(checkErrors.notRunning);
        const { now, closed, expected } = await this.rules.open(manager, row);
        const demanded = { requiredMbps: row.requiredMbps, expected };
        const kept = await this.tests.keep(
          manager,
          { occurrenceId, siteId },
          findings,
          measured,
          demanded,
          speaker.caller,
        );
        await this.write(manager, row, kept);
        if (kept.reasons.length > 0 && closed)
          await this.campaigns.report(manager, occurrenceId, now, [siteId]);
      }
      return this.own.view(manager, await this.own.row(manager, occurrenceId, siteId, speaker));
    });
  }

  private async write(
    manager: EntityManager,
    { occurrenceId, siteId }: OwnCheckRow,
    kept: Kept,
  ): Promise<void> {
    await manager.query(
      `UPDATE connection_checks SET state = $3, finished_at = $4, test_id = $5
       WHERE occurrence_id = $1 AND site_id = $2`,
      [occurrenceId, siteId, kept.reasons.length === 0 ? 'pass' : 'fail', kept.at, kept.id],
    );
  }
}

const isDone = ({ state, attempt, test }: OwnCheckRow, tried: number, lineTestId: string): boolean =>
  (state === 'pass' || state === 'fail') && attempt === tried && test?.lineTestId === lineTestId;
