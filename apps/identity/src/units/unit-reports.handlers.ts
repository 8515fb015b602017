import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type UnitNowList,
  type UnitReport,
  UnitReportQuery,
  UnitReports,
} from '@diemcau/contracts/identity/unit-reports';
import { UnitRefs } from '@diemcau/contracts/identity/units';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { UnitReportsService } from './unit-reports.service.js';

@Controller()
export class UnitReportsHandlers implements Handlers<typeof UnitReports> {
  constructor(private readonly reports: UnitReportsService) {}

  @Handles(UnitReports.now) async now({ unitIds }: UnitRefs, caller: Caller): Promise<UnitNowList> {
    return { items: await this.reports.now(unitIds, caller) };
  }

  @Handles(UnitReports.count) async count(input: UnitReportQuery, caller: Caller): Promise<UnitReport> {
    return this.reports.count(input, caller);
  }
}
