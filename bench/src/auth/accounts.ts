import type { System } from '@diemcau/infra/system';
import type { SignInAnswer } from '@diemcau/contracts/identity/sessions';

/** Somebody of the demo province. */
export interface Account {
  readonly userName: string;
  readonly password: string;
}
export interface SignedInAccount {
  readonly token: string;
  readonly unitId: string;
}

export function accountsOf(house: System): Account[] {
  const accounts = house.demo?.accounts ?? [];
  if (accounts.length === 0) throw new Error('the demo province has no accounts');
  return accounts.map(({ userName, password }) => ({ userName, password }));
}

export async function signIn(house: System, account: Account): Promise<SignedInAccount> {
  const response = await fetch(`${house.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const { session } = (await response.json()) as SignInAnswer;
  if (!session) throw new Error(`signing in gave ${response.status}`);
  return { token: session.accessToken, unitId: session.user.unitId };
}
