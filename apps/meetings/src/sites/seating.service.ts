import type { Caller } from '@diemcau/contracts/core/caller';
import type { SetSeating } from '@diemcau/contracts/meetings/sites';
import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { SiteEventsService } from './events.service.js';
import { checkSeating } from './seating.js';
import { SitesService } from './sites.service.js';

const attachment = { purpose: 'photo', permission: 'sites.read' } as const;
const pictureOf = (seating: SeatingPlan | null): string[] => (seating?.fileId ? [seating.fileId] : []);

/** Who sits where (HB-8.3). */
@Injectable()
export class SiteSeatingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly files: FilesService,
    private readonly events: SiteEventsService,
  ) {}

  /** @throws Failure `sites.badSeating`, `.changed`, `files.notFound`, `.wrongKind` */
  async set({ siteId, version, seating }: SetSeating, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const site = await this.sites.hold(manager, caller, 'sites.write', siteId, version);
      if (seating) checkSeating(seating, site.capacity);
      const [before, after] = [pictureOf(site.seating), pictureOf(seating)];
      await this.files.replace(manager, before, after, site.unitPath, caller, attachment);
      await manager.query('UPDATE sites SET seating = $2, version = version + 1 WHERE id = $1', [
        siteId,
        seating && JSON.stringify(seating),
      ]);
      const audited = {
        action: 'sites.setSeating',
        unitId: site.unitId,
        object: { kind: 'site', id: siteId },
        before: { seating: site.seating },
        after: { seating },
      };
      await this.events.record(manager, caller, siteId, audited, { kind: 'seating' });
    });
  }
}
