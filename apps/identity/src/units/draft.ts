import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { refuseWrongType, type TypeRules } from './place.js';
import { refuseUnsound } from './sound.js';
import { type Looks, type Period, rootOf, type Timeline, type Tree, treeOn } from './timeline.js';

/** What is known before the event. */
export interface Before {
  readonly timeline: Timeline;
  readonly types: TypeRules;
  /** The id of a unit that comes into being. */
  readonly newId: () => string;
}

/** Where the people of a unit that closes go; null: there must be none. */
export interface PeopleMove {
  readonly from: string;
  readonly to: string | null;
}

/** What an event does to the timeline. */
export interface Decision {
  /** One period a unit, from the effective day on. */
  readonly periods: readonly Period[];
  /** Periods that are put right in place, from their own first day on. */
  readonly corrected: readonly Period[];
  /** Units among `periods` that begin with it. */
  readonly founded: readonly string[];
  readonly successors: readonly { readonly unitId: string; readonly successorId: string }[];
  readonly people: readonly PeopleMove[];
}

/** The timeline while an event is being applied to it. */
export class Draft {
  private readonly periods = new Map<string, Period>();
  private readonly corrected = new Map<string, Period>();
  private readonly founded: string[] = [];
  private readonly successors: { unitId: string; successorId: string }[] = [];
  private readonly people: PeopleMove[] = [];
  /** The units as they are on the effective day without the event. */
  readonly before: Tree;

  constructor(
    readonly from: Before,
    readonly day: string,
  ) {
    this.before = treeOn(from.timeline, day);
  }

  /** @throws Failure `units.notFound`, `unitEvents.tooEarly`, `closed` when the unit is not open on the day */
  open(unitId: string): Period {
    const period = this.periods.get(unitId) ?? this.corrected.get(unitId) ?? this.before.get(unitId);
    if (period?.state === 'active') return period;
    if (period) throw new Failure(unitEventErrors.closed, { unitId, on: this.day });
    const known = this.from.timeline.has(unitId);
    throw new Failure(known ? unitEventErrors.tooEarly : unitErrors.notFound, { unitId, on: this.day });
  }

  /** @throws Failure as {@link open}, and `unitEvents.laterEvents` when the history goes on after the day */
  last(unitId: string): Period {
    const period = this.open(unitId);
    this.refuseLater(unitId);
    return period;
  }

  change(unitId: string, looks: Partial<Looks>): void {
    this.last(unitId);
    this.rewrite(unitId, looks);
  }

  /** Also of a closed unit. @throws Failure `unitEvents.laterEvents` */
  rewrite(unitId: string, looks: Partial<Looks>): void {
    this.refuseLater(unitId);
    const period = this.periods.get(unitId) ?? this.before.get(unitId);
    if (!period) throw new Failure(unitEventErrors.tooEarly, { unitId, on: this.day });
    this.periods.set(unitId, { ...period, ...looks, from: this.day, to: null });
  }

  correct(unitId: string, looks: Partial<Looks>): void {
    this.corrected.set(unitId, { ...this.last(unitId), ...looks });
  }

  found(looks: Omit<Looks, 'state'>): string {
    const unitId = this.from.newId();
    this.periods.set(unitId, { ...looks, unitId, state: 'active', from: this.day, to: null });
    this.founded.push(unitId);
    return unitId;
  }

  succeed(unitId: string, successorId: string): void {
    this.successors.push({ unitId, successorId });
  }

  handOver(from: string, to: string | null): void {
    this.people.push({ from, to });
  }

  /** The timeline with the event in it. */
  timeline(): Timeline {
    const merged = new Map(this.from.timeline);
    for (const [unitId, period] of [...this.corrected, ...this.periods]) {
      const earlier = merged.get(unitId)?.filter(({ from }) => from < period.from) ?? [];
      const ended = earlier.map((one, at) => (at === earlier.length - 1 ? { ...one, to: period.from } : one));
      merged.set(unitId, [...ended, period]);
    }
    return merged;
  }

  /** @throws Failure of {@link refuseUnsound} and {@link refuseWrongType} */
  decided(): Decision {
    const timeline = this.timeline();
    const changed = new Set([...this.periods.keys(), ...this.corrected.keys()]);
    refuseUnsound(timeline, changed, this.day);
    this.refuseWrongTypes(treeOn(timeline, this.day));
    return {
      periods: [...this.periods.values()],
      corrected: [...this.corrected.values()],
      founded: this.founded,
      successors: this.successors,
      people: this.people,
    };
  }

  /** The root above a unit without the event; undefined for one that is not there yet. */
  rootBefore(unitId: string): string | undefined {
    return this.before.has(unitId) ? rootOf(this.before, unitId) : undefined;
  }

  /** Only where the event puts a unit elsewhere: rules may be younger than the tree. */
  private refuseWrongTypes(tree: Tree): void {
    for (const period of [...this.periods.values(), ...this.corrected.values()]) {
      const was = this.before.get(period.unitId);
      const asBefore = was?.type === period.type && was.parentId === period.parentId;
      if (period.state === 'active' && !asBefore) refuseWrongType(this.from.types, tree, period);
    }
  }

  private refuseLater(unitId: string): void {
    const last = this.from.timeline.get(unitId)?.at(-1);
    if (last && last.from > this.day)
      throw new Failure(unitEventErrors.laterEvents, { unitId, on: last.from });
  }
}
