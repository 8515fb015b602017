import { fixedToken } from '@diemcau/client/rest/access-tokens';
import { body, createRest, type Rest } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';

export interface Credentials {
  readonly userName: string;
  readonly password: string;
}

/** The demo account of a role, as `npm start` prints it. */
export function accountOf(system: System, role: string): Credentials & { readonly displayName: string } {
  const account = system.demo?.accounts.find((one) => one.role === role);
  if (!account) throw new Error(`the demo province has no ${role}`);
  return account;
}

export interface SignedInRest {
  readonly rest: Rest;
  /** For what is sent besides `rest`: files. */
  readonly token: string;
}

/** The REST interface as somebody who has signed in. */
export async function signedInRest(
  system: System,
  { userName, password }: Credentials,
): Promise<SignedInRest> {
  const answer = await body(
    createRest({ baseUrl: system.url }).POST('/api/v1/sessions', { body: { userName, password } }),
  );
  if (!answer.session) throw new Error(`${userName} is asked for more than a password`);
  const token = answer.session.accessToken;
  return { rest: createRest({ baseUrl: system.url, auth: fixedToken(token) }), token };
}
