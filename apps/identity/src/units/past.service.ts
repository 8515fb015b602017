import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import type { RecordUnitEvent } from '@diemcau/contracts/identity/unit-events';
import type { EntityManager } from 'typeorm';
import { keepBuiltInUnitTypes } from './built-in-unit-types.js';
import { takeEffect } from './effect.js';
import type { EventRow } from './event-row.js';
import { holdUnits, today } from './history.js';
import { intend, write } from './recording.js';
import { happeningOf } from './shape.js';

const itself: ServiceCaller = { kind: 'service', name: 'identity' };

/** Writes what happened before the installation was there: nobody is signed in yet, nobody has to be told. */
export class PastService {
  constructor(private readonly manager: EntityManager) {}

  async begin(): Promise<void> {
    await keepBuiltInUnitTypes(this.manager);
    await holdUnits(this.manager);
  }

  /** @throws Failure as recording it at present would */
  async happened(event: RecordUnitEvent): Promise<EventRow> {
    const happening = happeningOf(event);
    const intended = await intend(this.manager, event, happening, await today(this.manager));
    const row = await write(this.manager, intended, itself);
    await takeEffect(this.manager, row);
    return row;
  }
}
