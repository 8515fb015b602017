import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type {
  CampaignLine,
  CampaignPage,
  CampaignQuery,
  CampaignState,
  CheckBoard,
  SiteCheck,
} from '@diemcau/contracts/meetings/checks';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import { scopeOf } from '@diemcau/service/auth/scope';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { closesAt, opensAt, type Timing } from './check-times.js';
import { testJson, toTest } from './device-tests.service.js';
import { visibleMeeting } from '../occurrences/occurrences.service.js';
import { MeetingsSeenService, type SeenMeeting } from './meetings-seen.service.js';
import { PoliciesService, timingJson, usualPolicy } from './policies.service.js';

export interface Campaign {
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
}

/** Of a site whose unit the caller may see; the meeting's own unit sees all. */
type SiteRow = Omit<SiteCheck, 'startedAt' | 'finishedAt' | 'reportedAt' | 'closedAt'> & {
  readonly unitPath: string[];
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly reportedAt: Date | null;
  readonly closedAt: Date | null;
};

type CampaignRow = Omit<CampaignLine, 'startsAt' | 'closesAt'> & {
  readonly startsAt: Date;
  /** Null while it is not opened. */
  readonly closesAt: Date | null;
  /** Of the policy in force; null for the system's own. */
  readonly timing: Timing | null;
};

/** Of checking that opens in time. */
const usualClose = (startsAt: Date, timing: Timing): Date =>
  closesAt(startsAt, timing, opensAt(startsAt, timing));

const isInstant = (key: string): boolean => /^\d{4}-/.test(key) && !Number.isNaN(Date.parse(key));

/** What everybody concerned sees of checks. */
@Injectable()
export class BoardService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly meetings: MeetingsSeenService,
    private readonly policies: PoliciesService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `checks.notFound` */
  async board(occurrenceId: string, caller: Caller): Promise<CheckBoard> {
    const meeting = await this.meetings.visible(caller, occurrenceId, checkErrors.notFound);
    const items = await this.database.query<SiteRow[]>(
      `SELECT os.occurrence_id AS "occurrenceId", os.site_id AS "siteId", site.name AS "siteName",
              site.unit_id AS "unitId", site.unit_name AS "unitName", site.unit_path AS "unitPath", os.role,
              coalesce(c.state, 'pending') AS state, coalesce(c.attempt, 0) AS attempt, c.started_at AS "startedAt",
              c.finished_at AS "finishedAt", c.reported_at AS "reportedAt", ${testJson} AS test,
              e.at AS "closedAt", coalesce(e.faults, 0) AS "closingFaults"
       FROM occurrence_sites os JOIN sites site ON site.id = os.site_id
       LEFT JOIN closing_checks e ON e.occurrence_id = os.occurrence_id AND e.site_id = os.site_id
       LEFT JOIN connection_checks c ON c.occurrence_id = os.occurrence_id AND c.site_id = os.site_id
       LEFT JOIN device_tests t ON t.id = c.test_id
       WHERE os.occurrence_id = $1
       ORDER BY array_position(ARRAY['main', 'standby', 'member'], os.role), site.unit_name, site.name`,
      [occurrenceId],
    );
    const whole = caller.kind === 'service' || mayOn(caller, 'meetings.read', meeting.unitPath);
    return {
      occurrenceId,
      title: meeting.title,
      unitName: meeting.unitName,
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt.toISOString(),
      zone: meeting.zone,
      ...(await this.times(this.database.manager, meeting)),
      manageable: mayOn(caller, 'checks.manage', meeting.unitPath),
      items: items
        .filter(({ unitPath }) => whole || mayOn(caller, 'meetings.read', unitPath))
        .map(({ unitPath: _path, ...row }) => toSiteCheck(row)),
    };
  }

  /** When a meeting's checking opens and closes, or would. */
  async times(
    manager: EntityManager,
    { id, unitPath, startsAt }: Pick<SeenMeeting, 'id' | 'unitPath' | 'startsAt'>,
  ): Promise<{ state: CampaignState; opensAt: string; closesAt: string }> {
    const campaign = await campaignOf(manager, id);
    if (campaign) {
      return {
        state: campaign.closedAt ? 'closed' : 'open',
        opensAt: campaign.openedAt.toISOString(),
        closesAt: campaign.closesAt.toISOString(),
      };
    }
    const policy = await this.policies.of(manager, unitPath);
    return {
      state: 'none',
      opensAt: opensAt(startsAt, policy).toISOString(),
      closesAt: usualClose(startsAt, policy).toISOString(),
    };
  }

  async list({ from, until, limit = 50, cursor }: CampaignQuery, caller: Caller): Promise<CampaignPage> {
    const after = positionOf(cursor, isInstant);
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const rows = await this.database.query<CampaignRow[]>(
      `SELECT o.id AS "occurrenceId", o.title, o.unit_name AS "unitName", o.starts_at AS "startsAt",
              CASE WHEN p.occurrence_id IS NULL THEN 'none' WHEN p.closed_at IS NULL THEN 'open' ELSE 'closed' END AS state,
              p.closes_at AS "closesAt", ${timingJson('o.unit_path')} AS timing, counted.*
       FROM occurrences o LEFT JOIN check_campaigns p ON p.occurrence_id = o.id,
         LATERAL (SELECT count(*)::int AS sites, count(*) FILTER (WHERE c.passed)::int AS green,
                    count(*) FILTER (WHERE c.state IN ('fail', 'retest'))::int AS red,
                    count(*) FILTER (WHERE coalesce(c.state, 'pending') IN ('pending', 'running')
                      AND c.passed IS NOT TRUE)::int AS silent
                  FROM occurrence_sites os LEFT JOIN connection_checks c
                    ON c.occurrence_id = os.occurrence_id AND c.site_id = os.site_id
                  WHERE os.occurrence_id = o.id) counted
       WHERE o.state IN ('scheduled', 'checking', 'live', 'paused') AND counted.sites > 0
         AND (o.room_id IS NOT NULL OR p.occurrence_id IS NOT NULL)
         AND o.ends_at > $3 AND ($4::timestamptz IS NULL OR o.starts_at < $4) AND ${visibleMeeting(1)}
         AND ($5::timestamptz IS NULL OR (o.starts_at, o.id) > ($5, $6::uuid))
       ORDER BY o.starts_at, o.id LIMIT $7`,
      [
        exactly,
        below,
        from ?? this.clock.now(),
        until ?? null,
        after?.key ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    return pageOf(
      rows.map(({ timing, ...row }) => ({
        ...row,
        startsAt: row.startsAt.toISOString(),
        closesAt: (row.closesAt ?? usualClose(row.startsAt, timing ?? usualPolicy)).toISOString(),
      })),
      limit,
      ({ startsAt, occurrenceId }) => ({ key: startsAt, id: occurrenceId }),
    );
  }
}

export async function campaignOf(manager: EntityManager, occurrenceId: string): Promise<Campaign | null> {
  const [campaign] = await manager.query<Campaign[]>(
    `SELECT opened_at AS "openedAt", closes_at AS "closesAt", closed_at AS "closedAt"
     FROM check_campaigns WHERE occurrence_id = $1`,
    [occurrenceId],
  );
  return campaign ?? null;
}

const toSiteCheck = ({
  startedAt,
  finishedAt,
  reportedAt,
  closedAt,
  test,
  ...row
}: Omit<SiteRow, 'unitPath'>): SiteCheck => ({
  ...row,
  startedAt: startedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
  reportedAt: reportedAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
  test: toTest(test),
});
