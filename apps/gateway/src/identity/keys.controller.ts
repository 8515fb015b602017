import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type ApiKey,
  KeyPage,
  KeyQuery,
  KeyRef,
  Keys,
  KeysClient,
  type MadeKey,
  MakeKey,
} from '@diemcau/contracts/identity/keys';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const access = mayDo('keys.manage');

/** API keys for programs. */
@Controller()
export class KeysController {
  constructor(private readonly keys: KeysClient) {}

  @Route.get('keys', Keys.list, access, 'Các khoá API · API keys, the latest first')
  list(input: KeyQuery, caller: Caller): Promise<KeyPage> {
    return this.keys.list(input, caller);
  }

  @Route.post('keys', Keys.make, access, 'Tạo khoá API, chỉ hiện một lần · Make a key, shown this once', {
    status: 201,
  })
  make(input: MakeKey, caller: Caller): Promise<MadeKey> {
    return this.keys.make(input, caller);
  }

  @Route.get('keys/:keyId', Keys.find, access, 'Một khoá API · One API key')
  find(input: KeyRef, caller: Caller): Promise<ApiKey> {
    return this.keys.find(input, caller);
  }

  @Route.delete('keys/:keyId', Keys.revoke, access, 'Thu hồi khoá API · Revoke an API key')
  revoke(input: KeyRef, caller: Caller): Promise<ApiKey> {
    return this.keys.revoke(input, caller);
  }
}
