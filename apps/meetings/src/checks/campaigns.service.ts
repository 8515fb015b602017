import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { CheckFacts } from '@diemcau/contracts/meetings/checks';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import { Audit } from '@diemcau/service/audit/audit';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { closesAt, opensAt } from './check-times.js';
import { MeetingsSeenService } from './meetings-seen.service.js';
import { PoliciesService } from './policies.service.js';

interface Due {
  readonly id: string;
  readonly unitPath: string[];
  readonly startsAt: Date;
}

const checkable: readonly OccurrenceState[] = ['scheduled', 'checking'];
/** The earliest that a policy can open. */
const earliestDays = 14;
const batch = 200;

/**
 * Opens the checks of meetings and closes them: by the clock or by hand, each once whoever does it how often. A meeting
 * without an online room has nothing that a site could be measured against: it is not checked.
 */
@Injectable()
export class CampaignsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly meetings: MeetingsSeenService,
    private readonly policies: PoliciesService,
    private readonly facts: Facts,
    private readonly audit: Audit,
  ) {}

  /** @returns how many were opened */
  async openDue(now: Date): Promise<number> {
    let opened = 0;
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const due = await this.database.query<Due[]>(
        `SELECT o.id, o.unit_path AS "unitPath", o.starts_at AS "startsAt" FROM occurrences o
         WHERE o.state = ANY ($1) AND o.room_id IS NOT NULL AND o.starts_at > $2 AND o.starts_at <= $2::timestamptz + make_interval(days => $3)
           AND o.id > $4 AND EXISTS (SELECT FROM occurrence_sites WHERE occurrence_id = o.id)
           AND NOT EXISTS (SELECT FROM check_campaigns WHERE occurrence_id = o.id)
         ORDER BY o.id LIMIT ${batch}`,
        [checkable, now, earliestDays, last],
      );
      for (const { id, unitPath, startsAt } of due) {
        const policy = await this.policies.of(this.database.manager, unitPath);
        if (now < opensAt(startsAt, policy)) continue;
        if (await this.database.transaction((manager) => this.begin(manager, id, now))) opened += 1;
      }
      if (due.length < batch) return opened;
      last = due.at(-1)?.id ?? last;
    }
  }

  /** @returns how many were closed */
  async closeDue(now: Date): Promise<number> {
    const due = await this.database.query<{ id: string }[]>(
      `SELECT occurrence_id AS id FROM check_campaigns WHERE closed_at IS NULL AND closes_at <= $1 ORDER BY closes_at`,
      [now],
    );
    let closed = 0;
    for (const { id } of due) {
      if (await this.database.transaction((manager) => this.end(manager, id, now))) closed += 1;
    }
    return closed;
  }

  /** By hand, before its time. @throws Failure `checks.notFound`, `.notCheckable`, `.noRoom`, `.noSites`, `common.notAllowed` */
  async open(occurrenceId: string, now: Date, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const meeting = await this.manageable(manager, occurrenceId, caller);
      if (!checkable.includes(meeting.state) || meeting.startsAt <= now) {
        throw new Failure(checkErrors.notCheckable, { state: meeting.state });
      }
      if (meeting.roomId === null) throw new Failure(checkErrors.noRoom, { occurrenceId });
      const [sites] = await manager.query<unknown[]>(
        'SELECT 1 FROM occurrence_sites WHERE occurrence_id = $1 LIMIT 1',
        [occurrenceId],
      );
      if (!sites) throw new Failure(checkErrors.noSites, { occurrenceId });
      if (await this.begin(manager, occurrenceId, now)) await this.note(manager, caller, 'open', meeting);
    });
  }

  /** @throws Failure `checks.notFound`, `.notOpen`, `common.notAllowed` */
  async close(occurrenceId: string, now: Date, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const meeting = await this.manageable(manager, occurrenceId, caller);
      if (!(await this.end(manager, occurrenceId, now))) throw new Failure(checkErrors.notOpen);
      await this.note(manager, caller, 'close', meeting);
    });
  }

  /**
   * Reports sites that are red or silent and were not reported since their check was last reset.
   * @param siteIds of these alone
   */
  async report(
    manager: EntityManager,
    occurrenceId: string,
    now: Date,
    siteIds?: readonly string[],
  ): Promise<void> {
    const reported = await manager.query<{ siteId: string; state: string }[]>(
      `INSERT INTO connection_checks AS c (occurrence_id, site_id, state, reported_at)
       SELECT os.occurrence_id, os.site_id, 'pending', $2 FROM occurrence_sites os
       WHERE os.occurrence_id = $1 AND ($3::uuid[] IS NULL OR os.site_id = ANY ($3)) ORDER BY os.site_id
       ON CONFLICT (occurrence_id, site_id) DO UPDATE SET reported_at = $2
       WHERE NOT c.passed AND c.reported_at IS NULL
       RETURNING site_id AS "siteId", state`,
      [occurrenceId, now, siteIds ?? null],
    );
    for (const { siteId, state } of reported) {
      const reason = state === 'fail' || state === 'retest' ? 'fail' : 'silent';
      await this.facts.record(manager, CheckFacts.siteRed, { occurrenceId, siteId, reason });
    }
  }

  /** @returns false when it was open already, or the meeting is not to be checked any more */
  private async begin(manager: EntityManager, occurrenceId: string, now: Date): Promise<boolean> {
    const [meeting] = await manager.query<Due[]>(
      `SELECT id, unit_path AS "unitPath", starts_at AS "startsAt" FROM occurrences
       WHERE id = $1 AND state = ANY ($2) AND room_id IS NOT NULL AND starts_at > $3 FOR NO KEY UPDATE`,
      [occurrenceId, checkable, now],
    );
    if (!meeting) return false;
    const policy = await this.policies.of(manager, meeting.unitPath);
    const [made] = await manager.query<unknown[]>(
      `INSERT INTO check_campaigns (occurrence_id, opened_at, closes_at) VALUES ($1, $2, $3)
       ON CONFLICT (occurrence_id) DO NOTHING RETURNING occurrence_id`,
      [occurrenceId, now, closesAt(meeting.startsAt, policy, now)],
    );
    if (!made) return false;
    // Nobody's edit is lost by it: the version stays.
    await manager.query(`UPDATE occurrences SET state = 'checking' WHERE id = $1 AND state = 'scheduled'`, [
      occurrenceId,
    ]);
    return true;
  }

  /** @returns false when it was not open */
  private async end(manager: EntityManager, occurrenceId: string, now: Date): Promise<boolean> {
    const [[closed]] = await manager.query<[{ booked: boolean }[], number]>(
      `UPDATE check_campaigns p SET closed_at = $2, closes_at = least(p.closes_at, $2) FROM occurrences o
       WHERE p.occurrence_id = $1 AND o.id = $1 AND p.closed_at IS NULL RETURNING o.booked`,
      [occurrenceId, now],
    );
    if (closed?.booked) await this.report(manager, occurrenceId, now);
    return closed !== undefined;
  }

  private manageable(manager: EntityManager, occurrenceId: string, caller: Caller) {
    return this.meetings.allowing(caller, 'checks.manage', occurrenceId, checkErrors.notFound, manager);
  }

  private async note(
    manager: EntityManager,
    caller: Caller,
    verb: 'open' | 'close',
    { id, unitId }: { id: string; unitId: string },
  ): Promise<void> {
    const object = { kind: 'occurrence', id };
    await this.audit.record(manager, caller, { action: `checks.${verb}`, unitId, object });
  }
}
