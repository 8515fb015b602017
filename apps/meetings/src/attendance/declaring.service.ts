import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { attendanceErrors, type DeclareHeadcount } from '@diemcau/contracts/meetings/attendance';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MeetingsSeenService, type SeenMeeting } from '../checks/meetings-seen.service.js';

interface Held {
  readonly unitId: string;
  readonly unitPath: string[];
  readonly limit: number;
  readonly version: number;
  readonly headcount: number | null;
}

/** Sites say how many sat there; who corrects it says why, and both stay (I17, I20). */
@Injectable()
export class DeclaringService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly meetings: MeetingsSeenService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `attendance.notFound`, `.notYet`, `.tooManyPeople`, `.reasonNeeded`, `.changedMeanwhile` */
  async declare(input: DeclareHeadcount, caller: Caller): Promise<void> {
    const { occurrenceId, siteId, headcount, version, reason } = input;
    await this.database.transaction(async (manager) => {
      const meeting = await this.meetings.visible(caller, occurrenceId, attendanceErrors.notFound, manager);
      const held = await this.held(manager, meeting, siteId, caller);
      if (!['live', 'paused', 'ended', 'reported'].includes(meeting.state)) {
        throw new Failure(attendanceErrors.notYet, { state: meeting.state });
      }
      if (headcount > held.limit) throw new Failure(attendanceErrors.tooManyPeople, { limit: held.limit });
      if (version !== held.version)
        throw new Failure(attendanceErrors.changedMeanwhile, { version: held.version });
      if (held.version > 0 && reason === undefined) throw new Failure(attendanceErrors.reasonNeeded);
      await manager.query(
        `INSERT INTO headcounts (occurrence_id, site_id, version, headcount, headcount_limit, reason, by_user_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          occurrenceId,
          siteId,
          held.version + 1,
          headcount,
          held.limit,
          reason ?? null,
          caller.kind === 'user' ? caller.userId : null,
          this.clock.now(),
        ],
      );
      await this.audit.record(manager, caller, {
        action: held.version === 0 ? 'attendance.declare' : 'attendance.correct',
        unitId: held.unitId,
        object: { kind: 'occurrence', id: occurrenceId },
        ...(held.version > 0 && { before: { siteId, headcount: held.headcount } }),
        after: { siteId, headcount },
      });
    });
  }

  /** Nobody else declares for the site until the transaction ends. */
  private async held(
    manager: EntityManager,
    { id, unitPath }: SeenMeeting,
    siteId: string,
    caller: Caller,
  ): Promise<Held> {
    await manager.query(
      'SELECT FROM occurrence_sites WHERE occurrence_id = $1 AND site_id = $2 FOR NO KEY UPDATE',
      [id, siteId],
    );
    const [site] = await manager.query<Held[]>(
      `SELECT site.unit_id AS "unitId", site.unit_path AS "unitPath", os.headcount_limit AS "limit",
              coalesce(last.version, 0) AS version, last.headcount
       FROM occurrence_sites os JOIN sites site ON site.id = os.site_id
       LEFT JOIN LATERAL (SELECT version, headcount FROM headcounts h
         WHERE h.occurrence_id = os.occurrence_id AND h.site_id = os.site_id ORDER BY version DESC LIMIT 1) last ON true
       WHERE os.occurrence_id = $1 AND os.site_id = $2`,
      [id, siteId],
    );
    const organises = mayOn(caller, 'meetings.write', unitPath);
    const sees =
      site && (mayOn(caller, 'meetings.read', unitPath) || mayOn(caller, 'meetings.read', site.unitPath));
    if (!sees) throw new Failure(attendanceErrors.notFound, { occurrenceId: id, siteId });
    if (!organises && !mayOn(caller, 'meetings.answer', site.unitPath)) {
      throw new Failure(commonFailures.notAllowed);
    }
    return site;
  }
}
