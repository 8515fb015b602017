import type { Challenge, SignInAnswer } from '@diemcau/contracts/identity/sessions';

/** Where somebody is on the way in. */
export type Stage =
  | { readonly at: 'start'; readonly notice: Notice | null }
  | { readonly at: 'challenge'; readonly challenge: Challenge }
  /** Signed in, but the codes are shown only now. */
  | { readonly at: 'codes'; readonly codes: readonly string[]; readonly answer: SignInAnswer }
  | { readonly at: 'done' };

/** Said above the form: the last sign-in was ended, the step ran out, or the code of a problem from an outside provider. */
export type Notice = 'ended' | 'expired' | { readonly problem: string };

export const start: Stage = { at: 'start', notice: null };

/** What follows from the answer to any step. */
export function stageAfter(answer: SignInAnswer): Stage {
  const { challenge, recoveryCodes, session } = answer;
  if (challenge) return { at: 'challenge', challenge };
  if (session && recoveryCodes) return { at: 'codes', codes: recoveryCodes, answer };
  return session ? { at: 'done' } : start;
}

/** What an outside provider's answer left behind the # of the address. */
export function arrivalIn(hash: string): { readonly code: string } | { readonly problem: string } | null {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const code = parameters.get('oidc');
  const problem = parameters.get('problem');
  if (code) return { code };
  return problem ? { problem } : null;
}
