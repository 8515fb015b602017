import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Day } from './days.js';
import { parseRule, type Rule } from './rule.js';
import { isSteady, type WallTime } from './zones.js';

/** When a series takes place. */
export interface Recurring {
  /** RFC 5545, 3.3.10, as `parseRule` takes it. */
  readonly rule: string;
  readonly firstDay: Day;
  readonly startsAt: WallTime;
  readonly zone: string;
}

/** What a rule gives, as dates of its zone. */
export class Expansion {
  private readonly rule: RRuleTemporal<Temporal.ZonedDateTime>;
  private readonly zone: string;

  /** @throws Failure as `parseRule` */
  constructor({ rule, firstDay, startsAt, zone }: Recurring) {
    const parts = parseRule(rule);
    // Where clocks are never changed, dates are those of UTC, and that is an order of magnitude faster.
    this.zone = isSteady(zone, firstDay) ? 'UTC' : zone;
    const dtstart = at(firstDay, startsAt, this.zone);
    const { until: _, ...plain } = parts;
    const until = parts.until === undefined ? undefined : untilOf(parts.until, zone, this.zone);
    this.rule = new RRuleTemporal({
      ...plain,
      dtstart,
      temporal: Temporal,
      cache: false,
      maxIterations: 1_000_000,
      ...(until && { until }),
    });
  }

  /** Both included, sorted. */
  between(from: Day, to: Day): Day[] {
    if (to < from) return [];
    const dates = this.rule.between(at(from, '00:00', this.zone), at(to, '23:59', this.zone), true);
    return dates.map((date) => date.toPlainDate().toString());
  }
}

const at = (day: Day, time: WallTime, zone: string): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone);

/** The last moment at which there can be a date: of a day its end, of an instant what the clocks of the zone show then. */
function untilOf(until: NonNullable<Rule['until']>, zone: string, counted: string): Temporal.ZonedDateTime {
  if (until.length === 8) return Temporal.PlainDateTime.from(`${until}T235959`).toZonedDateTime(counted);
  if (!until.endsWith('Z')) return Temporal.PlainDateTime.from(until).toZonedDateTime(counted);
  return Temporal.Instant.from(until).toZonedDateTimeISO(zone).toPlainDateTime().toZonedDateTime(counted);
}
