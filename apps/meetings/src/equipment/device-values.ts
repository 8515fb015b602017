import type { Device } from '@diemcau/contracts/meetings/equipment';

/** What may be said of a device where it stands. */
export type DeviceValues = Pick<
  Device,
  'itemId' | 'serialNo' | 'acquiredOn' | 'condition' | 'location' | 'notes'
>;

export const valuesOf = ({
  itemId,
  serialNo,
  acquiredOn,
  condition,
  location,
  notes,
}: Device): DeviceValues => ({
  itemId,
  serialNo,
  acquiredOn,
  condition,
  location,
  notes,
});
