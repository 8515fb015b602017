import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { type PresetList, Presets, SetPresets } from '@diemcau/contracts/meetings/presets';
import { SiteRef } from '@diemcau/contracts/meetings/sites';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { PresetsService } from './presets.service.js';

@Controller()
export class PresetsHandlers implements Handlers<typeof Presets> {
  constructor(private readonly presets: PresetsService) {}

  @Handles(Presets.of) async of({ siteId }: SiteRef, caller: Caller): Promise<PresetList> {
    return this.presets.of(siteId, caller);
  }

  @Handles(Presets.set) async set(input: SetPresets, caller: Caller): Promise<PresetList> {
    await this.presets.set(input, caller);
    return this.presets.of(input.siteId, caller);
  }
}
