import type { Caller } from '@diemcau/contracts/core/caller';
import { UnitTypesClient } from '@diemcau/contracts/identity/unit-types';
import { Injectable } from '@nestjs/common';

/** At which level meetings are held: types of units, as the province has them (HB-1). */
@Injectable()
export class LevelsService {
  constructor(private readonly types: UnitTypesClient) {}

  /** Built in, or defined by this very province. */
  async isLevel(level: string, provinceId: string | undefined, caller: Caller): Promise<boolean> {
    const { items } = await this.types.list({}, caller);
    return items.some(
      (type) => type.key === level && (type.provinceId === null || type.provinceId === provinceId),
    );
  }
}
