import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';

/** What may be said of a device where it stands. */
export type DeviceValues = Pick<
  SiteDevice,
  'itemId' | 'serialNo' | 'acquiredOn' | 'condition' | 'location' | 'notes'
>;

export const valuesOf = ({
  itemId,
  serialNo,
  acquiredOn,
  condition,
  location,
  notes,
}: SiteDevice): DeviceValues => ({
  itemId,
  serialNo,
  acquiredOn,
  condition,
  location,
  notes,
});
