import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type Overview,
  OverviewQuery,
  Overviews,
  OverviewsClient,
} from '@diemcau/contracts/meetings/overview';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** How the units below stand (HB-10.1). */
@Controller()
export class OverviewController {
  constructor(private readonly overviews: OverviewsClient) {}

  @Route.get(
    'overview',
    Overviews.read,
    mayDo('meetings.read'),
    'Toàn cảnh các đơn vị trong phạm vi của tôi · How the units of mine stand',
  )
  read(input: OverviewQuery, caller: Caller): Promise<Overview> {
    return this.overviews.read(input, caller);
  }
}
