import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type UnitNowList,
  type UnitReport,
  type UnitReportQuery,
  UnitReports,
  UnitReportsClient,
} from '@diemcau/contracts/identity/unit-reports';
import {
  type Unit,
  type UnitChildrenQuery,
  type UnitPage,
  type UnitQuery,
  type UnitRef,
  type UnitRefs,
  Units,
  UnitsClient,
} from '@diemcau/contracts/identity/units';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** The typed tree of units, at present and on any date (SYS-5). */
@Controller()
export class UnitsController {
  constructor(
    private readonly units: UnitsClient,
    private readonly reports: UnitReportsClient,
  ) {}

  @Route.get('units', Units.list, mayDo('units.read'), 'Danh sách đơn vị, hôm nay hoặc vào một ngày · Units')
  list(input: UnitQuery, caller: Caller): Promise<UnitPage> {
    return this.units.list(input, caller);
  }

  @Route.get('units/:unitId', Units.find, mayDo('units.read'), 'Một đơn vị · One unit')
  find(input: UnitRef, caller: Caller): Promise<Unit> {
    return this.units.find(input, caller);
  }

  @Route.get(
    'units/:unitId/children',
    Units.children,
    mayDo('units.read'),
    'Đơn vị trực thuộc · Units directly below',
  )
  children(input: UnitChildrenQuery, caller: Caller): Promise<UnitPage> {
    return this.units.children(input, caller);
  }

  @Route.get(
    'units/:unitId/report',
    UnitReports.count,
    mayDo('users.read'),
    'Số đơn vị và người, như ngày ấy và như hiện nay · Figures as it was and as it is now',
  )
  report(input: UnitReportQuery, caller: Caller): Promise<UnitReport> {
    return this.reports.count(input, caller);
  }

  @Route.post(
    'unit-successors',
    UnitReports.now,
    mayDo('units.read'),
    'Đơn vị kế thừa hiện nay của các đơn vị · What units are now',
    { limit: 'read' },
  )
  now(input: UnitRefs, caller: Caller): Promise<UnitNowList> {
    return this.reports.now(input, caller);
  }
}
