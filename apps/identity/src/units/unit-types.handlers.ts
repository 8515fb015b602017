import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Nothing } from '@diemcau/contracts/core/page';
import {
  ChangeUnitType,
  DefineUnitType,
  type UnitTypeList,
  UnitTypes,
  type UnitTypeView,
} from '@diemcau/contracts/identity/unit-types';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { UnitTypesService } from './unit-types.service.js';

@Controller()
export class UnitTypesHandlers implements Handlers<typeof UnitTypes> {
  constructor(private readonly types: UnitTypesService) {}

  @Handles(UnitTypes.list) async list(_input: Nothing, caller: Caller): Promise<UnitTypeList> {
    return { items: await this.types.list(caller) };
  }

  @Handles(UnitTypes.define) async define(input: DefineUnitType, caller: Caller): Promise<UnitTypeView> {
    return this.types.define(input, caller);
  }

  @Handles(UnitTypes.change) async change(input: ChangeUnitType, caller: Caller): Promise<UnitTypeView> {
    return this.types.change(input, caller);
  }
}
