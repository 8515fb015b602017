import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';

/** A person at a browser; programs have no password and no factors. @throws Failure `common.signInNeeded` */
export function signedIn(caller: Caller): UserCaller {
  if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
  return caller;
}
