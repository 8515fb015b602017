import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { siteErrors } from '@diemcau/contracts/meetings/sites-errors';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { siteColumns, type SiteRow } from './site-row.js';

/** Sites as other features need them. */
@Injectable()
export class SitesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * The site, for a caller who holds the permission over its unit.
   * @throws Failure `sites.notFound` also where the caller does not even see sites; else `common.notAllowed`
   */
  async allowing(caller: Caller, permission: Permission, siteId: string): Promise<SiteRow> {
    return this.checked(this.database.manager, caller, permission, siteId, '');
  }

  /**
   * As {@link allowing}, and nobody else changes the site until the transaction ends.
   * @param version as the caller read it
   * @throws Failure `sites.changed`, `sites.retired` too
   */
  async hold(
    manager: EntityManager,
    caller: Caller,
    permission: Permission,
    siteId: string,
    version?: number,
  ): Promise<SiteRow> {
    const site = await this.checked(manager, caller, permission, siteId, 'FOR NO KEY UPDATE');
    if (site.state === 'retired') throw new Failure(siteErrors.retired, { siteId });
    if (version !== undefined && version !== site.version) {
      throw new Failure(siteErrors.changed, { siteId, version: site.version });
    }
    return site;
  }

  private async checked(
    manager: EntityManager,
    caller: Caller,
    permission: Permission,
    siteId: string,
    lock: string,
  ): Promise<SiteRow> {
    const [site] = await manager.query<SiteRow[]>(
      `SELECT ${siteColumns} FROM sites s WHERE s.id = $1 ${lock}`,
      [siteId],
    );
    const sees =
      site && (mayOn(caller, permission, site.unitPath) || mayOn(caller, 'sites.read', site.unitPath));
    if (!sees) throw new Failure(siteErrors.notFound, { siteId });
    if (!mayOn(caller, permission, site.unitPath)) throw new Failure(commonFailures.notAllowed);
    return site;
  }
}
