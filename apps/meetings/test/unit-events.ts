import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { type RecordUnitEvent, UnitEventsClient } from '@diemcau/contracts/identity/unit-events';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import type { TestBed } from '@diemcau/testing/service';

const service: ServiceCaller = { kind: 'service', name: 'test' };

/** Something becomes of a unit in identity, with effect since 1 July 2025. */
export async function happens(
  bed: TestBed,
  unitId: string,
  event: Partial<RecordUnitEvent> & Pick<RecordUnitEvent, 'kind'>,
  caller: Caller = service,
): Promise<void> {
  const { version } = await bed.client(UnitsClient).find({ unitId }, caller);
  const dated = { effectiveOn: '2025-07-01', decisionNumber: null, decisionDate: null };
  await bed.client(UnitEventsClient).record({ ...dated, unitId, version, ...event }, caller);
}
