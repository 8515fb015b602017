import type { Caller } from '@diemcau/contracts/core/caller';
import { type PresetList, Presets, PresetsClient, SetPresets } from '@diemcau/contracts/meetings/presets';
import { SiteRef } from '@diemcau/contracts/meetings/sites';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** Positions of the camera's frame (HB-8.3). */
@Controller()
export class PresetsController {
  constructor(private readonly presets: PresetsClient) {}

  @Route.get('sites/:siteId/presets', Presets.of, mayDo('sites.read'), 'Vị trí khung hình · Camera presets')
  of(input: SiteRef, caller: Caller): Promise<PresetList> {
    return this.presets.of(input, caller);
  }

  @Route.put('sites/:siteId/presets', Presets.set, mayDo('sites.write'), 'Sửa cả danh sách · Set the list')
  set(input: SetPresets, caller: Caller): Promise<PresetList> {
    return this.presets.set(input, caller);
  }
}
