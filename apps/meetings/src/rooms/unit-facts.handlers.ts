import { UnitFacts, UnitsChanged } from '@diemcau/contracts/identity/units';
import { OnFact } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { UnitCopiesService } from './unit-copies.service.js';

@Controller()
export class UnitFactsHandlers {
  constructor(private readonly copies: UnitCopiesService) {}

  @OnFact(UnitFacts.changed) async changed({ unitIds }: UnitsChanged, manager: EntityManager): Promise<void> {
    await this.copies.refresh(manager, unitIds);
  }
}
