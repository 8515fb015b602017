import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  KeyedAnswer,
  type KeyedOutcome,
  KeyedRef,
  KeyedRequest,
  KeyedRequests,
} from '@diemcau/contracts/identity/keyed-requests';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { KeyedRequestsService } from './keyed-requests.service.js';

@Controller()
export class KeyedRequestsHandlers implements Handlers<typeof KeyedRequests> {
  constructor(private readonly requests: KeyedRequestsService) {}

  @Handles(KeyedRequests.begin) async begin(input: KeyedRequest, caller: Caller): Promise<KeyedOutcome> {
    return this.requests.begin(input, caller);
  }

  @Handles(KeyedRequests.finish) async finish(input: KeyedAnswer, caller: Caller): Promise<void> {
    return this.requests.finish(input, caller);
  }

  @Handles(KeyedRequests.release) async release({ key }: KeyedRef, caller: Caller): Promise<void> {
    return this.requests.release(key, caller);
  }
}
