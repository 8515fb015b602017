import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  ChangeSettings,
  type ProvinceSettings,
  Settings,
  SettingsQuery,
  type SignInHelp,
} from '@diemcau/contracts/identity/settings';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ChangingService } from './changing.service.js';

@Controller()
export class SettingsHandlers implements Handlers<typeof Settings> {
  constructor(private readonly settings: ChangingService) {}

  @Handles(Settings.of) async of(input: SettingsQuery, caller: Caller): Promise<ProvinceSettings> {
    return this.settings.read(input, caller);
  }

  @Handles(Settings.change) async change(input: ChangeSettings, caller: Caller): Promise<ProvinceSettings> {
    return this.settings.change(input, caller);
  }

  @Handles(Settings.signInHelp) async signInHelp(): Promise<SignInHelp> {
    return { items: await this.settings.support() };
  }
}
