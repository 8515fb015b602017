import type { UserCaller } from '@diemcau/contracts/core/caller';
import { SecondFactorsClient } from '@diemcau/contracts/identity/second-factors';
import type { SignInStep } from '@diemcau/contracts/identity/sessions';
import { SignInStepsClient } from '@diemcau/contracts/identity/sign-in';
import type { TestBed } from '@diemcau/testing/service';
import { type Maker, startIdentity } from './identity.js';
import { callerWith, settle, signInTo, tokensOf } from './sign-in-bed.js';

export let bed: TestBed;
export let make: Maker;
export let steps: SignInStepsClient;
export let factors: SecondFactorsClient;
export let signIn: (userName: string, typed?: string) => Promise<SignInStep>;
export let province: string;
let users = 0;

/** A province that demands a second factor of nobody, for the tests of one file. */
export function standSecondFactors(): void {
  beforeAll(async () => {
    ({ bed, make } = await startIdentity());
    steps = bed.client(SignInStepsClient);
    factors = bed.client(SecondFactorsClient);
    signIn = signInTo(bed);
    province = await make.unit('Sở mẫu');
    await settle(bed, province, { requireSecondFactor: 'nobody' });
  });
  afterAll(() => bed.stop());
}

export interface Someone {
  readonly userId: string;
  readonly userName: string;
  readonly caller: UserCaller;
}

/** Somebody new who has just signed in, by password alone. */
export async function someone(unitId = province): Promise<Someone> {
  const userName = `nguoi-${++users}`;
  const userId = await make.user(userName, { unitId });
  return { userId, userName, caller: callerWith(tokensOf(await signIn(userName))) };
}
