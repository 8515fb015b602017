import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type Unit,
  type UnitPage,
  UnitQuery,
  UnitRef,
  Units,
  UnitsClient,
} from '@diemcau/contracts/identity/units';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class UnitsController {
  constructor(private readonly units: UnitsClient) {}

  @Route.get('units', Units.list, mayDo('units.read'), 'Danh sách đơn vị · Units')
  list(input: UnitQuery, caller: Caller): Promise<UnitPage> {
    return this.units.list(input, caller);
  }

  @Route.get('units/:unitId', Units.find, mayDo('units.read'), 'Một đơn vị · One unit')
  find(input: UnitRef, caller: Caller): Promise<Unit> {
    return this.units.find(input, caller);
  }
}
