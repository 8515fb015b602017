import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { Injectable } from '@nestjs/common';

/** Which provinces somebody belongs to: what a province defines, everybody in it may read. */
@Injectable()
export class ProvincesService {
  constructor(private readonly units: UnitsClient) {}

  async of(caller: Caller, permission: Permission): Promise<string[]> {
    const unitIds = [...new Set(grantsOf(caller, permission).map(({ unitId }) => unitId))];
    if (unitIds.length === 0) return [];
    const { items } = await this.units.named({ unitIds }, { kind: 'service', name: 'meetings' });
    return [...new Set(items.flatMap(({ path }) => path[0] ?? []))];
  }
}
