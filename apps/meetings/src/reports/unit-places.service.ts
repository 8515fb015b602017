import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { type Unit, unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import { Injectable } from '@nestjs/common';

const itself = { kind: 'service', name: 'meetings' } as const;

/** Units as identity has them, for what is written under a unit's name. */
@Injectable()
export class UnitPlacesService {
  constructor(private readonly units: UnitsClient) {}

  /** @throws Failure `units.notFound`, also where the caller does not hold the permission */
  async allowing(caller: Caller, permission: Permission, unitId: string): Promise<Unit> {
    const { items } = await this.units.named({ unitIds: [unitId] }, itself);
    const [unit] = items;
    if (!unit || !mayOn(caller, permission, unit.path)) throw new Failure(unitErrors.notFound, { unitId });
    return unit;
  }

  /** Null at the top. */
  async parentNameOf({ parentId }: Unit): Promise<string | null> {
    const [parent] = await this.named(parentId === null ? [] : [parentId]);
    return parent?.name ?? null;
  }

  /** Unknown ids are left out. */
  async named(unitIds: readonly string[]): Promise<Unit[]> {
    if (unitIds.length === 0) return [];
    const { items } = await this.units.named({ unitIds: [...unitIds] }, itself);
    return items;
  }
}
