import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type ChangeUnitType,
  type DefineUnitType,
  type UnitTypeList,
  UnitTypes,
  UnitTypesClient,
  type UnitTypeView,
} from '@diemcau/contracts/identity/unit-types';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** Types of units are data (SYS-5). */
@Controller()
export class UnitTypesController {
  constructor(private readonly types: UnitTypesClient) {}

  @Route.get('unit-types', UnitTypes.list, mayDo('units.read'), 'Các loại đơn vị · Types of units')
  list(input: Nothing, caller: Caller): Promise<UnitTypeList> {
    return this.types.list(input, caller);
  }

  @Route.post(
    'unit-types',
    UnitTypes.define,
    mayDo('units.configure'),
    'Định nghĩa loại đơn vị · Define a type',
    { status: 201 },
  )
  define(input: DefineUnitType, caller: Caller): Promise<UnitTypeView> {
    return this.types.define(input, caller);
  }

  @Route.patch(
    'unit-types/:key',
    UnitTypes.change,
    mayDo('units.configure'),
    'Sửa loại đơn vị · Change a type',
  )
  change(input: ChangeUnitType, caller: Caller): Promise<UnitTypeView> {
    return this.types.change(input, caller);
  }
}
