import type { Caller } from '@diemcau/contracts/core/caller';
import { folded } from '@diemcau/contracts/core/folded';
import type { InventoryField } from '@diemcau/contracts/meetings/inventory';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../equipment/catalogue.service.js';
import type { RawRow } from './judge.js';
import { deviceKey, itemKey, type KnownDevice, type KnownItem, type KnownSite, type World } from './world.js';

type SiteFound = Omit<KnownSite, 'key' | 'unitKey'> & { readonly unitName: string };

@Injectable()
export class WorldsService {
  constructor(private readonly catalogue: CatalogueService) {}

  /** As it is now, for this caller. */
  async of(
    manager: EntityManager,
    rows: readonly RawRow[],
    fields: readonly (InventoryField | null)[],
    caller: Caller,
  ): Promise<World> {
    const scope = scopeOf(caller, 'sites.write');
    const found = await manager.query<SiteFound[]>(
      `SELECT s.id, s.name, s.unit_id AS "unitId", s.unit_name AS "unitName", s.unit_path[1] AS "provinceId",
         s.state = 'retired' AS retired FROM sites s WHERE ${withinScope('s', 1)}`,
      [scope.exactly, scope.below],
    );
    const provinces = [...new Set(found.map(({ provinceId }) => provinceId))];
    for (const provinceId of provinces) await this.catalogue.begin(manager, provinceId);
    const items = await manager.query<KnownItem[]>(
      `SELECT id, province_id AS "provinceId", search AS key, retired FROM catalogue_items
       WHERE province_id = ANY ($1)`,
      [provinces],
    );
    const serialAt = fields.indexOf('serialNo');
    const serials = [...new Set(rows.map(({ cells }) => folded(cells[serialAt] ?? '')))];
    const devices = await manager.query<KnownDevice[]>(
      `SELECT d.id, d.province_id AS "provinceId", d.item_id AS "itemId", d.serial_key AS "serialKey",
         d.site_id AS "siteId", s.name AS "siteName", d.state = 'retired' AS retired, ${withinScope('s', 1)} AS mine,
         d.acquired_on::text AS "acquiredOn", d.condition, d.location, d.notes
       FROM devices d JOIN sites s ON s.id = d.site_id WHERE d.province_id = ANY ($3) AND d.serial_key = ANY ($4)`,
      [scope.exactly, scope.below, provinces, serials],
    );
    return {
      sites: byName(found.map(toSite)),
      items: new Map(items.map((item) => [itemKey(item.provinceId, item.key), item])),
      devices: new Map(devices.map((one) => [deviceKey(one.provinceId, one.itemId, one.serialKey), one])),
    };
  }
}

const toSite = ({ unitName, ...site }: SiteFound): KnownSite => ({
  ...site,
  key: folded(site.name),
  unitKey: folded(unitName),
});

function byName(sites: readonly KnownSite[]): Map<string, KnownSite[]> {
  const named = new Map<string, KnownSite[]>();
  for (const site of sites) named.set(site.key, [...(named.get(site.key) ?? []), site]);
  return named;
}
