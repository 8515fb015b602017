import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type Unit,
  type UnitList,
  type UnitPage,
  UnitChildrenQuery,
  UnitQuery,
  UnitRef,
  UnitRefs,
  Units,
} from '@diemcau/contracts/identity/units';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { UnitsService } from './units.service.js';

@Controller()
export class UnitsHandlers implements Handlers<typeof Units> {
  constructor(private readonly units: UnitsService) {}

  @Handles(Units.list) async list(input: UnitQuery, caller: Caller): Promise<UnitPage> {
    return this.units.list(input, caller);
  }

  @Handles(Units.find) async find({ unitId }: UnitRef, caller: Caller): Promise<Unit> {
    return this.units.find(unitId, caller);
  }

  @Handles(Units.children) async children(
    { unitId, ...query }: UnitChildrenQuery,
    caller: Caller,
  ): Promise<UnitPage> {
    return this.units.list({ ...query, parentId: unitId }, caller);
  }

  @Handles(Units.named) async named({ unitIds }: UnitRefs, caller: Caller): Promise<UnitList> {
    return { items: await this.units.named(unitIds, caller) };
  }
}
