import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type Unit, UnitsClient } from '@diemcau/contracts/identity/units';
import { mostTrialUnits, trialErrors, type UnitsBelow } from '@diemcau/contracts/meetings/trials';
import { Injectable } from '@nestjs/common';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const perQuestion = 500;
const perPage = 200;

/** Whom a window is for, as its planner said it. */
export interface UnitsWanted {
  readonly unitIds: readonly string[];
  readonly below: UnitsBelow | undefined;
}
export type UnitFound = Pick<Unit, 'id' | 'path' | 'name'>;

/** Finds the units a window is for in identity's tree of today. */
@Injectable()
export class UnitsWantedService {
  constructor(private readonly units: UnitsClient) {}

  /**
   * Each once, and of this province.
   * @throws Failure `trials.unitUnknown`, `.noneBelow`, `.tooManyUnits`
   */
  async find(
    { unitIds, below }: UnitsWanted,
    caller: Caller,
    provinceId: string | undefined,
  ): Promise<UnitFound[]> {
    const found = new Map<string, UnitFound>();
    for (const unit of await this.named(unitIds, provinceId)) found.set(unit.id, unit);
    if (below) for (const unit of await this.below(below, caller, provinceId)) found.set(unit.id, unit);
    if (found.size > mostTrialUnits) throw new Failure(trialErrors.tooManyUnits);
    return [...found.values()];
  }

  private async named(unitIds: readonly string[], provinceId: string | undefined): Promise<UnitFound[]> {
    const known: Unit[] = [];
    for (let at = 0; at < unitIds.length; at += perQuestion) {
      const some = unitIds.slice(at, at + perQuestion);
      known.push(...(await this.units.named({ unitIds: some }, itself)).items);
    }
    const fit = known.filter(({ state, path }) => state !== 'closed' && path[0] === provinceId);
    const ids = new Set(fit.map(({ id }) => id));
    const unknown = unitIds.filter((unitId) => !ids.has(unitId));
    if (unknown.length > 0) throw new Failure(trialErrors.unitUnknown, { unitIds: unknown.slice(0, 20) });
    return fit;
  }

  private async below(
    { unitId, types }: UnitsBelow,
    caller: Caller,
    provinceId: string | undefined,
  ): Promise<UnitFound[]> {
    await this.named([unitId], provinceId);
    const found: UnitFound[] = [];
    for (const type of types.length > 0 ? new Set(types) : [undefined]) {
      for await (const unit of this.active(type, caller)) {
        if (unit.id === unitId || !unit.path.includes(unitId)) continue;
        found.push(unit);
        if (found.length > mostTrialUnits) throw new Failure(trialErrors.tooManyUnits);
      }
    }
    if (found.length === 0) throw new Failure(trialErrors.noneBelow, { unitId });
    return found;
  }

  /** The caller's own view: no other province's. */
  private async *active(type: string | undefined, caller: Caller): AsyncGenerator<UnitFound> {
    let cursor: string | null | undefined;
    do {
      const { items, nextCursor } = await this.units.list(
        { state: 'active', limit: perPage, ...(type && { type }), ...(cursor && { cursor }) },
        caller,
      );
      yield* items;
      cursor = nextCursor;
    } while (cursor);
  }
}
