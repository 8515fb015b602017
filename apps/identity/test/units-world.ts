import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import type { Role } from '@diemcau/contracts/identity/roles';
import {
  type RecordUnitEvent,
  type UnitEvent,
  UnitEventsClient,
} from '@diemcau/contracts/identity/unit-events';
import { UnitReportsClient } from '@diemcau/contracts/identity/unit-reports';
import { UnitTypesClient } from '@diemcau/contracts/identity/unit-types';
import { type Unit, UnitsClient } from '@diemcau/contracts/identity/units';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { type Maker, service, startIdentity, userCaller } from './identity.js';

/** What an event says besides what every event says. */
export type Happens = Pick<RecordUnitEvent, 'kind' | 'effectiveOn'> & Partial<RecordUnitEvent>;

/** Somebody with one role on some units and everything below. */
export const holding = (role: Role, ...unitIds: string[]): UserCaller =>
  userCaller(
    randomUUID(),
    randomUUID(),
    unitIds.map((unitId) => ({ role, unitId, subtree: true })),
  );

/** The identity service, with short ways to make units happen. */
export class World {
  readonly units: UnitsClient;
  readonly events: UnitEventsClient;
  readonly reports: UnitReportsClient;
  readonly types: UnitTypesClient;

  private constructor(
    readonly bed: TestBed,
    readonly make: Maker,
  ) {
    this.units = bed.client(UnitsClient);
    this.events = bed.client(UnitEventsClient);
    this.reports = bed.client(UnitReportsClient);
    this.types = bed.client(UnitTypesClient);
  }

  static async start(): Promise<World> {
    const { bed, make } = await startIdentity();
    return new World(bed, make);
  }

  /** Recorded upon the version the unit has at this moment. */
  async happens(event: Happens, caller: Caller = service): Promise<UnitEvent> {
    return this.events.record(await this.whole(event), caller);
  }

  async whole(event: Happens): Promise<RecordUnitEvent> {
    const { unitId } = event;
    const version = unitId === undefined ? {} : { version: (await this.unit(unitId)).version };
    return { decisionNumber: null, decisionDate: null, ...version, ...event };
  }

  /** @returns its id; under `parentId`, or a province of its own */
  async founded(
    name: string,
    of: { parentId?: string; type?: string; code?: string; on?: string } = {},
  ): Promise<string> {
    const { parentId, on = '2020-01-01' } = of;
    const type = of.type ?? (parentId === undefined ? 'department' : 'school');
    const { unitId } = await this.happens({
      kind: 'found',
      effectiveOn: on,
      name,
      code: of.code ?? randomUUID(),
      type,
      ...(parentId !== undefined && { parentId }),
    });
    return unitId;
  }

  under(name: string, parentId: string, type = 'school', on = '2020-01-01'): Promise<string> {
    return this.founded(name, { parentId, type, on });
  }

  unit(unitId: string): Promise<Unit> {
    return this.units.find({ unitId }, service);
  }

  /** Every unit of a province on a day, by its name: the names above it, from the root down. */
  async treeOn(provinceId: string, on: string): Promise<Record<string, string[]>> {
    const caller = holding('departmentAdmin', provinceId);
    const { items } = await this.units.list({ on, limit: 200 }, caller);
    const names = new Map(items.map(({ id, name }) => [id, name]));
    return Object.fromEntries(
      items.map(({ name, path }) => [name, path.slice(0, -1).map((id) => names.get(id) ?? id)]),
    );
  }
}
