import type { Caller } from '@diemcau/contracts/core/caller';
import {
  ChangeSite,
  HandOverSite,
  MakeSite,
  SetSeating,
  SetSiteOperators,
  type Site,
  type SitePage,
  SiteQuery,
  SiteRef,
  Sites,
  SiteOwnership,
  SiteOwnershipClient,
  SitesClient,
  SiteVersionRef,
  SuspendSite,
} from '@diemcau/contracts/meetings/sites';
import {
  SiteHistories,
  SiteHistoriesClient,
  type SiteHistoryPage,
  SiteHistoryQuery,
} from '@diemcau/contracts/meetings/sites-history';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const [read, write, configure] = [mayDo('sites.read'), mayDo('sites.write'), mayDo('sites.configure')];

/** Rooms with equipment and operators (HB-2, DA-1). */
@Controller()
export class SitesController {
  constructor(
    private readonly sites: SitesClient,
    private readonly ownership: SiteOwnershipClient,
    private readonly histories: SiteHistoriesClient,
  ) {}

  @Route.get('sites', Sites.list, read, 'Các điểm cầu · Sites')
  list(input: SiteQuery, caller: Caller): Promise<SitePage> {
    return this.sites.list(input, caller);
  }

  @Route.post('sites', Sites.make, write, 'Thêm điểm cầu · Add a site', { status: 201 })
  make(input: MakeSite, caller: Caller): Promise<Site> {
    return this.sites.make(input, caller);
  }

  @Route.get('sites/:siteId', Sites.find, read, 'Một điểm cầu · One site')
  find(input: SiteRef, caller: Caller): Promise<Site> {
    return this.sites.find(input, caller);
  }

  @Route.patch('sites/:siteId', Sites.change, write, 'Sửa điểm cầu · Change a site')
  change(input: ChangeSite, caller: Caller): Promise<Site> {
    return this.sites.change(input, caller);
  }

  @Route.put('sites/:siteId/operators', Sites.setOperators, write, 'Cán bộ vận hành · Operators')
  setOperators(input: SetSiteOperators, caller: Caller): Promise<Site> {
    return this.sites.setOperators(input, caller);
  }

  @Route.put('sites/:siteId/seating', Sites.setSeating, write, 'Sơ đồ chỗ ngồi · Seating plan')
  setSeating(input: SetSeating, caller: Caller): Promise<Site> {
    return this.sites.setSeating(input, caller);
  }

  @Route.post('sites/:siteId/suspend', Sites.suspend, configure, 'Tạm ngừng · Suspend')
  suspend(input: SuspendSite, caller: Caller): Promise<Site> {
    return this.sites.suspend(input, caller);
  }

  @Route.post('sites/:siteId/resume', Sites.resume, configure, 'Dùng lại · Take back into use')
  resume(input: SiteVersionRef, caller: Caller): Promise<Site> {
    return this.sites.resume(input, caller);
  }

  @Route.post('sites/:siteId/retire', Sites.retire, configure, 'Ngừng hẳn · Retire')
  retire(input: SiteVersionRef, caller: Caller): Promise<Site> {
    return this.sites.retire(input, caller);
  }

  @Route.post(
    'sites/:siteId/hand-over',
    SiteOwnership.handOver,
    configure,
    'Chuyển đơn vị quản lý · Hand over to another unit',
  )
  handOver(input: HandOverSite, caller: Caller): Promise<Site> {
    return this.ownership.handOver(input, caller);
  }

  @Route.get('sites/:siteId/history', SiteHistories.of, read, 'Quá trình của điểm cầu · History of a site')
  history(input: SiteHistoryQuery, caller: Caller): Promise<SiteHistoryPage> {
    return this.histories.of(input, caller);
  }
}
