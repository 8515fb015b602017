import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MeetingsConfig } from '../config.js';
import { MailsService } from '../mails/mails.service.js';
import { addressedTo, type Operator, OperatorsService } from '../mails/operators.service.js';
import { closingOf, type Letter, movedOf, openingOf, type WindowTold } from './letters.js';

interface Kind {
  readonly name: 'opening' | 'moved' | 'closing';
  /** Which units of an open window wait for it. */
  readonly untold: string;
  /** Notes that they have it, in an UPDATE of `trial_units u` with `trials w`. */
  readonly told: string;
  readonly letter: (of: WindowTold, origin: string) => Letter;
}

const batch = 200;
const first = '00000000-0000-0000-0000-000000000000';
/** `$1`: now. Two hours are left, or a quarter of a window shorter than eight. */
const closesSoon = `w.ends_at - $1::timestamptz <= LEAST(interval '2 hours', (w.ends_at - w.starts_at) / 4)`;
const closingWithIt = `closing_told_at = CASE WHEN ${closesSoon} THEN $1::timestamptz END`;
const kinds: readonly Kind[] = [
  {
    name: 'opening',
    untold: 'u.opening_told_at IS NULL',
    // Who hears so late that it is open hears in the same letter when it closes.
    told: `opening_told_at = $1, told_ends_at = w.ends_at, ${closingWithIt}`,
    letter: openingOf,
  },
  {
    name: 'moved',
    untold: 'u.opening_told_at IS NOT NULL AND u.told_ends_at IS DISTINCT FROM w.ends_at',
    // That it closes is told anew before the new end.
    told: `told_ends_at = w.ends_at, ${closingWithIt}`,
    letter: movedOf,
  },
  {
    name: 'closing',
    untold: `u.opening_told_at IS NOT NULL AND u.closing_told_at IS NULL AND ${closesSoon}`,
    told: 'closing_told_at = $1',
    letter: closingOf,
  },
];
/** Whose unit has passed needs no letter. */
const waiting = `w.id = u.trial_id AND w.state = 'open' AND w.ends_at > $1 AND u.state <> 'passed'`;

/**
 * Tells who runs a unit's sites that a window is open, when its end is another, and that it closes soon: each once for a
 * unit, window and end, whichever replica does it. A unit that nobody runs is looked at again until somebody does.
 */
@Injectable()
export class TrialLettersService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly operators: OperatorsService,
    private readonly mails: MailsService,
    private readonly config: MeetingsConfig,
  ) {}

  async tell(now: Date): Promise<void> {
    for (const kind of kinds) await this.tellAll(kind, now);
  }

  private async tellAll(kind: Kind, now: Date): Promise<void> {
    for (let after = [first, first]; ;) {
      const due = await this.database.query<WindowTold[]>(
        `SELECT w.id AS "trialId", w.title, w.unit_name AS organiser, w.ends_at AS "endsAt", u.unit_id AS "unitId",
                u.unit_name AS "unitName"
         FROM trials w, trial_units u
         WHERE ${waiting} AND ${kind.untold} AND (w.id, u.unit_id) > ($2, $3) ORDER BY w.id, u.unit_id LIMIT ${batch}`,
        [now, ...after],
      );
      const last = due.at(-1);
      if (!last) return;
      const operators = await this.operators.of([...new Set(due.map(({ unitId }) => unitId))]);
      for (const one of due) {
        const people = operators.filter(({ unitId }) => unitId === one.unitId);
        if (people.length > 0) await this.write(kind, one, people, now);
      }
      after = [last.trialId, last.unitId];
    }
  }

  private async write(kind: Kind, of: WindowTold, people: readonly Operator[], now: Date): Promise<void> {
    const { trialId, unitId } = of;
    await this.database.transaction(async (manager) => {
      const [told] = await manager.query<[unknown[], number]>(
        `UPDATE trial_units u SET ${kind.told} FROM trials w
         WHERE ${waiting} AND ${kind.untold} AND u.trial_id = $2 AND u.unit_id = $3 RETURNING 1`,
        [now, trialId, unitId],
      );
      if (told.length === 0) return;
      const letter = kind.letter(of, new URL(this.config.publicUrl).origin);
      for (const to of people) {
        const key = `trial:${trialId}:${kind.name}:${unitId}:${to.id}:${of.endsAt.getTime()}`;
        await this.mails.queue(manager, { key, ...addressedTo(to), ...letter });
      }
    });
  }
}
