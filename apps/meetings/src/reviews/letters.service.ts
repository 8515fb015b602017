import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { dayOf } from '@diemcau/service/time/vietnam-day';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MeetingsConfig } from '../config.js';
import { MailsService } from '../mails/mails.service.js';
import { addressedTo, OperatorsService, type Recipient } from '../mails/operators.service.js';
import { type Letter, openingOf, reminderOf, type ReviewTold } from './letters.js';

interface Kind {
  readonly name: 'opening' | 'reminder';
  /** Which units of an open review wait for it; `$1`: today in Vietnam. */
  readonly untold: string;
  /** Notes that they have it, in an UPDATE of `review_answers a` with `reviews r`. */
  readonly told: string;
  readonly letter: (of: ReviewTold, origin: string) => Letter;
}
type Person = Recipient & { readonly unitId: string };

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const batch = 200;
const first = '00000000-0000-0000-0000-000000000000';
const remindDaysBefore = 3;
const dueSoon = `r.deadline - $1::date <= ${remindDaysBefore}`;
const kinds: readonly Kind[] = [
  {
    name: 'opening',
    untold: 'a.opening_told_at IS NULL',
    // Who hears so late is not written to again for the same deadline.
    told: `opening_told_at = now(), reminded_for = CASE WHEN ${dueSoon} THEN r.deadline END`,
    letter: openingOf,
  },
  {
    name: 'reminder',
    // A deadline that was moved is another one: before it comes a reminder, too.
    untold: `a.opening_told_at IS NOT NULL AND a.reminded_for IS DISTINCT FROM r.deadline AND ${dueSoon}`,
    told: 'reminded_for = r.deadline',
    letter: reminderOf,
  },
];
/** Who has handed in needs no letter. */
const waiting = `r.id = a.review_id AND r.state = 'open' AND r.deadline >= $1 AND a.state <> 'submitted'`;

/**
 * Tells who completes a unit's reports that there is a questionnaire, and reminds them three days before its deadline: each
 * once for a unit, whichever replica does it. Where nobody has that right on the very unit, who runs its sites is told; a
 * unit with neither is looked at again until it has.
 */
@Injectable()
export class ReviewLettersService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly addressees: AddresseesClient,
    private readonly operators: OperatorsService,
    private readonly mails: MailsService,
    private readonly config: MeetingsConfig,
  ) {}

  async tell(now: Date): Promise<void> {
    for (const kind of kinds) await this.tellAll(kind, dayOf(now));
  }

  private async tellAll(kind: Kind, today: string): Promise<void> {
    for (let after = first; ;) {
      const due = await this.database.query<ReviewTold[]>(
        `SELECT a.id AS "answerId", r.title, r.intro, r.unit_name AS organiser, r.deadline::text AS deadline,
                a.unit_id AS "unitId", a.unit_name AS "unitName"
         FROM reviews r, review_answers a WHERE ${waiting} AND ${kind.untold} AND a.id > $2 ORDER BY a.id LIMIT ${batch}`,
        [today, after],
      );
      const last = due.at(-1);
      if (!last) return;
      const people = await this.peopleOf([...new Set(due.map(({ unitId }) => unitId))]);
      for (const one of due) {
        const own = people.filter(({ unitId }) => unitId === one.unitId);
        if (own.length > 0) await this.write(kind, one, own, today);
      }
      after = last.answerId;
    }
  }

  private async peopleOf(unitIds: string[]): Promise<Person[]> {
    const { items } = await this.addressees.reporting({ unitIds }, itself);
    const reporting = items.map(({ unitId, userId }) => ({ unitId, id: userId, account: true }));
    const without = unitIds.filter((id) => !reporting.some(({ unitId }) => unitId === id));
    return [...reporting, ...(without.length > 0 ? await this.operators.of(without) : [])];
  }

  private async write(kind: Kind, of: ReviewTold, people: readonly Person[], today: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [told] = await manager.query<[unknown[], number]>(
        `UPDATE review_answers a SET ${kind.told} FROM reviews r
         WHERE ${waiting} AND ${kind.untold} AND a.id = $2 RETURNING 1`,
        [today, of.answerId],
      );
      if (told.length === 0) return;
      const letter = kind.letter(of, new URL(this.config.publicUrl).origin);
      for (const to of people) {
        const key = `review:${of.answerId}:${kind.name}:${of.deadline}:${to.id}`;
        await this.mails.queue(manager, { key, ...addressedTo(to), ...letter });
      }
    });
  }
}
