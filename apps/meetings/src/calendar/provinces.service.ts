import { type Caller, grantsOf, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { calendarErrors } from '@diemcau/contracts/meetings/calendar';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { Injectable } from '@nestjs/common';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Whose calendar a caller means. */
@Injectable()
export class ProvincesService {
  constructor(private readonly units: UnitsClient) {}

  /** @throws Failure `calendar.noProvince` unless it is said, or the caller belongs to exactly one; `common.notFound` for others' */
  async reading(caller: Caller, wanted: string | undefined): Promise<string> {
    const mine = await this.where(caller, 'meetings.read');
    if (wanted !== undefined) {
      if (!mine.includes(wanted)) throw new Failure(commonFailures.notFound, { provinceId: wanted });
      return wanted;
    }
    const [only, another] = mine;
    if (only === undefined || another !== undefined) throw new Failure(calendarErrors.noProvince);
    return only;
  }

  /** @throws Failure as {@link reading}, `common.notAllowed` */
  async configuring(caller: Caller, wanted: string | undefined): Promise<string> {
    const provinceId = await this.reading(caller, wanted);
    if (!mayOn(caller, 'meetings.configure', [provinceId])) throw new Failure(commonFailures.notAllowed);
    return provinceId;
  }

  private async where(caller: Caller, permission: Permission): Promise<string[]> {
    const unitIds = [...new Set(grantsOf(caller, permission).map(({ unitId }) => unitId))];
    if (unitIds.length === 0) return [];
    const { items } = await this.units.named({ unitIds: unitIds.slice(0, 1000) }, itself);
    return [...new Set(items.flatMap(({ path }) => path[0] ?? []))];
  }
}
