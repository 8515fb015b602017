import type { CheckLink } from '@diemcau/contracts/meetings/checks';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MeetingsConfig } from '../config.js';
import { CheckLinks } from './check-links.js';
import { closesAt, opensAt } from './check-times.js';
import { PoliciesService } from './policies.service.js';

interface Moved {
  readonly unitPath: string[];
  readonly startsAt: Date;
}

/** Checks as other features need them. */
@Injectable()
export class ChecksService {
  private readonly links: CheckLinks;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly policies: PoliciesService,
    private readonly clock: Clock,
    private readonly config: MeetingsConfig,
  ) {
    this.links = new CheckLinks(config.ticketSecret);
  }

  /** I14. @returns ids of sites without a passed check, whether anybody asked for it or not; none where no room is joined */
  async missingFor(occurrenceId: string, manager: EntityManager = this.database.manager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT os.site_id AS id FROM occurrence_sites os
       JOIN occurrences o ON o.id = os.occurrence_id AND o.room_id IS NOT NULL
       LEFT JOIN connection_checks c ON c.occurrence_id = os.occurrence_id AND c.site_id = os.site_id
       WHERE os.occurrence_id = $1 AND c.passed IS NOT TRUE ORDER BY os.site_id`,
      [occurrenceId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * I15: what was found at another time, or at a site that was not part of it, tells nothing. Tries under way are refused.
   * @param manager of the transaction that moved the meeting or changed its sites, after it did
   * @param siteIds of these alone
   */
  async resetFor(manager: EntityManager, occurrenceId: string, siteIds?: readonly string[]): Promise<void> {
    await manager.query(
      `UPDATE connection_checks SET state = 'pending', attempt = attempt + 1, started_at = NULL, finished_at = NULL,
         test_id = NULL, reported_at = NULL
       WHERE occurrence_id = $1 AND ($2::uuid[] IS NULL OR site_id = ANY ($2))`,
      [occurrenceId, siteIds ?? null],
    );
    const [moved] = await manager.query<Moved[]>(
      `SELECT unit_path AS "unitPath", starts_at AS "startsAt" FROM occurrences WHERE id = $1`,
      [occurrenceId],
    );
    if (moved) await this.retime(manager, occurrenceId, moved);
  }

  /** Good until the meeting starts. Hand it to nobody but who runs the site. */
  linkFor(occurrenceId: string, siteId: string, startsAt: Date): CheckLink {
    const token = this.links.sign({ occurrenceId, siteId }, this.clock.now(), startsAt);
    return { token, expiresAt: startsAt.toISOString() };
  }

  /** As it stands in mails. What follows # is sent to no server: programs that read mails begin nothing with it. */
  addressFor(occurrenceId: string, siteId: string, startsAt: Date): string {
    const { origin } = new URL(this.config.publicUrl);
    return `${origin}/check#${this.linkFor(occurrenceId, siteId, startsAt).token}`;
  }

  /** @throws Failure `checks.linkInvalid` */
  linked(token: string): { occurrenceId: string; siteId: string } {
    return this.links.verify(token, this.clock.now());
  }

  /** Checking opens anew when its time comes again; open already, it closes by the new start. */
  private async retime(manager: EntityManager, occurrenceId: string, { unitPath, startsAt }: Moved) {
    const now = this.clock.now();
    const policy = await this.policies.of(manager, unitPath);
    if (now < opensAt(startsAt, policy)) {
      await manager.query('DELETE FROM check_campaigns WHERE occurrence_id = $1', [occurrenceId]);
      await manager.query(`UPDATE occurrences SET state = 'scheduled' WHERE id = $1 AND state = 'checking'`, [
        occurrenceId,
      ]);
      return;
    }
    const [reopened] = await manager.query<[unknown[], number]>(
      `UPDATE check_campaigns SET opened_at = $2, closes_at = $3, closed_at = NULL WHERE occurrence_id = $1
       RETURNING occurrence_id`,
      [occurrenceId, now, closesAt(startsAt, policy, now)],
    );
    // Postponed and scheduled anew inside of its time: its sites are told by what looks for meetings being checked.
    if (reopened.length > 0)
      await manager.query(`UPDATE occurrences SET state = 'checking' WHERE id = $1 AND state = 'scheduled'`, [
        occurrenceId,
      ]);
  }
}
