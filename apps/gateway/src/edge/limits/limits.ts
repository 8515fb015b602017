import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { Injectable } from '@nestjs/common';
import { LimitsConfig } from '../../config.js';
import { lineOf } from './address.js';
import { TokenBuckets } from './token-bucket.js';

/** Classes of requests, each with a limit of its own in {@link LimitsConfig}. */
const limitClasses = ['read', 'write', 'signIn', 'knock', 'lineTest', 'socket'] as const;
export type LimitClass = (typeof limitClasses)[number];

/** Counted by address whoever asks: they happen before there is an account, or should not multiply with accounts. */
const byAddress: ReadonlySet<LimitClass> = new Set(['signIn', 'knock', 'lineTest', 'socket']);

@Injectable()
export class Limits {
  private readonly buckets: ReadonlyMap<LimitClass, TokenBuckets>;

  constructor(config: LimitsConfig) {
    this.buckets = new Map(limitClasses.map((name) => [name, new TokenBuckets(config[name])]));
  }

  /** @throws Failure `common.tooMany` with `retryAfterS` */
  take(name: LimitClass, caller: Caller, address: string): void {
    const account = caller.kind === 'user' ? caller.userId : caller.kind === 'key' ? caller.keyId : null;
    const key = account !== null && !byAddress.has(name) ? account : lineOf(address);
    const retryAfterS = this.buckets.get(name)?.take(key) ?? 0;
    if (retryAfterS > 0) throw new Failure(commonFailures.tooMany, { retryAfterS });
  }
}
