import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MailsService } from '../mails/mails.service.js';
import { addressedTo, type Operator, OperatorsService } from '../mails/operators.service.js';
import { type CheckOpened, letterOf } from './check-letter.js';
import { ChecksService } from './checks.service.js';

interface Untold extends CheckOpened {
  readonly occurrenceId: string;
  readonly siteId: string;
  readonly unitId: string;
}

const batch = 100;
/** `$1`: now. `$2`, `$3`: after this meeting and site. Whose check is passed needs no letter. */
const untold = `
  SELECT o.id AS "occurrenceId", os.site_id AS "siteId", site.unit_id AS "unitId", o.title,
         o.unit_name AS "ownerUnitName", site.name AS "siteName", o.starts_at AS "startsAt",
         p.closes_at AS "closesAt", o.zone
  FROM check_campaigns p JOIN occurrences o ON o.id = p.occurrence_id
    JOIN occurrence_sites os ON os.occurrence_id = o.id JOIN sites site ON site.id = os.site_id
    LEFT JOIN connection_checks c ON c.occurrence_id = o.id AND c.site_id = os.site_id
    LEFT JOIN check_letters l ON l.occurrence_id = o.id AND l.site_id = os.site_id AND l.starts_at = o.starts_at
  WHERE p.closed_at IS NULL AND o.state = 'checking' AND o.starts_at > $1 AND c.passed IS NOT TRUE
    AND l.site_id IS NULL AND (o.id, os.site_id) > ($2, $3)
  ORDER BY o.id, os.site_id LIMIT ${batch}`;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Tells who runs a site that its check is open, with the link that opens it (HB-8.2). Once for each start of the meeting,
 * whichever replica does it; a site that nobody runs is looked at again until somebody does.
 */
@Injectable()
export class CheckLettersService {
  private readonly log = new Logger(CheckLettersService.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly operators: OperatorsService,
    private readonly checks: ChecksService,
    private readonly mails: MailsService,
  ) {}

  async tell(now: Date): Promise<void> {
    for (let after = [first, first]; ;) {
      const due = await this.database.query<Untold[]>(untold, [now, ...after]);
      const last = due.at(-1);
      if (!last) return;
      const operators = await this.operators.of([...new Set(due.map(({ unitId }) => unitId))]);
      for (const one of due) {
        const people = operators.filter(({ unitId }) => unitId === one.unitId);
        if (people.length > 0) await this.write(one, people, now);
        else this.log.debug({ siteId: one.siteId }, 'nobody runs a site that is to be checked');
      }
      after = [last.occurrenceId, last.siteId];
    }
  }

  private async write(
    { occurrenceId, siteId, startsAt, ...opened }: Untold,
    people: readonly Operator[],
    now: Date,
  ): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [told] = await manager.query<unknown[]>(
        `INSERT INTO check_letters AS l (occurrence_id, site_id, starts_at, told_at)
         SELECT occurrence_id, site_id, $3, $4 FROM occurrence_sites WHERE occurrence_id = $1 AND site_id = $2
         ON CONFLICT (occurrence_id, site_id) DO UPDATE SET starts_at = excluded.starts_at, told_at = excluded.told_at
         WHERE l.starts_at <> excluded.starts_at RETURNING 1`,
        [occurrenceId, siteId, startsAt, now],
      );
      if (!told) return;
      const link = this.checks.addressFor(occurrenceId, siteId, startsAt);
      for (const to of people) {
        const key = `check:${occurrenceId}:${siteId}:${startsAt.getTime()}:${to.id}`;
        await this.mails.queue(manager, {
          key,
          ...addressedTo(to),
          ...letterOf({ ...opened, startsAt }, link),
        });
      }
    });
  }
}
