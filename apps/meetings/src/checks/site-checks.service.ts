import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { CheckLink } from '@diemcau/contracts/meetings/checks';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { campaignOf } from './board.service.js';
import { CampaignsService } from './campaigns.service.js';
import { ChecksService } from './checks.service.js';
import { MeetingsSeenService } from './meetings-seen.service.js';

/** What who organises asks of single sites. */
@Injectable()
export class SiteChecksService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly checks: ChecksService,
    private readonly meetings: MeetingsSeenService,
    private readonly audit: Audit,
    private readonly campaigns: CampaignsService,
  ) {}

  /**
   * After the close nobody looks again: a site that had passed is red from now on, and is told so at once.
   * @throws Failure `checks.notFound`, `.notOpen`, `common.notAllowed`
   */
  async retest(occurrenceId: string, siteId: string, now: Date, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const { unitId } = await this.held(manager, occurrenceId, siteId, now, caller);
      const [[asked]] = await manager.query<[unknown[], number]>(
        `UPDATE connection_checks SET state = 'retest', reported_at = CASE WHEN passed THEN NULL ELSE reported_at END
         WHERE occurrence_id = $1 AND site_id = $2 AND state IN ('running', 'pass', 'fail') RETURNING site_id`,
        [occurrenceId, siteId],
      );
      if (!asked) return;
      const campaign = await campaignOf(manager, occurrenceId);
      if (campaign?.closedAt) await this.campaigns.report(manager, occurrenceId, now, [siteId]);
      await this.audit.record(manager, caller, {
        action: 'checks.retest',
        unitId,
        object: { kind: 'occurrence', id: occurrenceId },
        after: { siteId },
      });
    });
  }

  /** Whoever gets it may answer for the site. @throws Failure `checks.notFound`, `.notOpen`, `common.notAllowed` */
  async link(occurrenceId: string, siteId: string, now: Date, caller: Caller): Promise<CheckLink> {
    return this.database.transaction(async (manager) => {
      const { unitId, startsAt } = await this.held(manager, occurrenceId, siteId, now, caller);
      await this.audit.record(manager, caller, {
        action: 'checks.link',
        unitId,
        object: { kind: 'occurrence', id: occurrenceId },
        after: { siteId },
      });
      return this.checks.linkFor(occurrenceId, siteId, startsAt);
    });
  }

  private async held(
    manager: EntityManager,
    occurrenceId: string,
    siteId: string,
    now: Date,
    caller: Caller,
  ) {
    const meeting = await this.meetings.allowing(
      caller,
      'checks.manage',
      occurrenceId,
      checkErrors.notFound,
      manager,
    );
    const [site] = await manager.query<unknown[]>(
      'SELECT 1 FROM occurrence_sites WHERE occurrence_id = $1 AND site_id = $2',
      [occurrenceId, siteId],
    );
    if (!site) throw new Failure(checkErrors.notFound, { occurrenceId, siteId });
    if (meeting.startsAt <= now) throw new Failure(checkErrors.notOpen);
    return meeting;
  }
}
