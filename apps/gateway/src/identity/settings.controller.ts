import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type ChangeSettings,
  type ProvinceSettings,
  Settings,
  SettingsClient,
  type SettingsQuery,
  type SignInHelp,
} from '@diemcau/contracts/identity/settings';
import { Controller } from '@nestjs/common';
import { anyone, mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class SettingsController {
  constructor(private readonly settings: SettingsClient) {}

  @Route.get('settings', Settings.of, mayDo('settings.read'), 'Thiết lập của tỉnh · Settings of the province')
  of(input: SettingsQuery, caller: Caller): Promise<ProvinceSettings> {
    return this.settings.of(input, caller);
  }

  @Route.patch('settings', Settings.change, mayDo('settings.write'), 'Đổi thiết lập · Change settings')
  change(input: ChangeSettings, caller: Caller): Promise<ProvinceSettings> {
    return this.settings.change(input, caller);
  }

  @Route.get(
    'sign-in-help',
    Settings.signInHelp,
    anyone,
    'Đầu mối hỗ trợ đăng nhập · Whom to call when one cannot sign in',
  )
  signInHelp(input: Nothing, caller: Caller): Promise<SignInHelp> {
    return this.settings.signInHelp(input, caller);
  }
}
