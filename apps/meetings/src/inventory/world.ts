import type { DeviceCondition } from '@diemcau/contracts/meetings/equipment';

export interface KnownSite {
  readonly id: string;
  readonly name: string;
  /** Folded. */
  readonly key: string;
  readonly unitKey: string;
  readonly unitId: string;
  readonly provinceId: string;
  readonly retired: boolean;
}
export interface KnownItem {
  readonly id: string;
  readonly provinceId: string;
  readonly key: string;
  readonly retired: boolean;
}
export interface KnownDevice {
  readonly id: string;
  readonly provinceId: string;
  readonly itemId: string;
  readonly serialKey: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly retired: boolean;
  /** Whether whoever imports keeps its site. */
  readonly mine: boolean;
  readonly acquiredOn: string | null;
  readonly condition: DeviceCondition;
  readonly location: string | null;
  readonly notes: string | null;
}

/** What rows are judged against: sites that the importer keeps, their provinces' catalogues, devices of the file's numbers. */
export interface World {
  readonly sites: ReadonlyMap<string, readonly KnownSite[]>;
  readonly items: ReadonlyMap<string, KnownItem>;
  readonly devices: ReadonlyMap<string, KnownDevice>;
}

export const itemKey = (provinceId: string, name: string): string => `${provinceId} ${name}`;
export const deviceKey = (provinceId: string, itemId: string, serial: string): string =>
  `${provinceId} ${itemId} ${serial}`;
