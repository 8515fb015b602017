import { type Caller, grantsOf } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';

/** Everything, or the provinces to which these units belong (DA-0: each sees only its own). */
export type Scope = 'everything' | readonly string[];

/** @throws Failure `common.signInNeeded`, `common.notAllowed` */
export function scopeOf(caller: Caller): Scope {
  switch (caller.kind) {
    case 'service':
      return 'everything';
    case 'anonymous':
      throw new Failure(commonFailures.signInNeeded);
    case 'peer':
      throw new Failure(commonFailures.notAllowed);
    case 'user':
    case 'key': {
      const reading = grantsOf(caller, 'units.read');
      if (reading.length === 0) throw new Failure(commonFailures.notAllowed);
      return reading.map(({ unitId }) => unitId);
    }
  }
}
