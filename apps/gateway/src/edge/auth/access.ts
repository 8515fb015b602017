import { may as mayAnywhere, type Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, type FailureKind } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';

/** What a route or a socket message asks of its caller. Each has one by name; whose object it is, the owner checks. */
export type Access =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'account' }
  | { readonly kind: 'may'; readonly permission: Permission }
  /** The guest who asked to enter, by `Authorization: Entry <token>`. */
  | { readonly kind: 'entryToken' };

export const anyone: Access = { kind: 'anyone' };
/** A person; a program's key has no session, no sockets and no account. */
export const signedIn: Access = { kind: 'signedIn' };
export const entryToken: Access = { kind: 'entryToken' };
/** A person or a key, with whatever rights: the owner of the object judges alone. */
export const account: Access = { kind: 'account' };
/** Holds the permission somewhere, a person or a key. */
export const mayDo = (permission: Permission): Access => ({ kind: 'may', permission });

/** Does it ask for an account or a program, who may name their requests by an `Idempotency-Key`? */
export const hasKeys = ({ kind }: Access): boolean => kind !== 'anyone' && kind !== 'entryToken';

/** Who asks, as the credentials say. */
export interface Asker {
  readonly caller: Caller;
  /** Of `Authorization: Entry`; its owner, meetings, judges it. */
  readonly entryToken: string | null;
}

const isAccount = ({ kind }: Caller): boolean => kind === 'user' || kind === 'key';

/** Why this asker is turned away; null when it is not. */
export function refusal(access: Access, { caller, entryToken }: Asker): FailureKind | null {
  switch (access.kind) {
    case 'anyone':
      return null;
    case 'entryToken':
      return entryToken === null ? commonFailures.signInNeeded : null;
    case 'signedIn':
      return caller.kind === 'user' ? null : commonFailures.signInNeeded;
    case 'account':
      return isAccount(caller) ? null : commonFailures.signInNeeded;
    case 'may':
      if (!isAccount(caller)) return commonFailures.signInNeeded;
      return mayAnywhere(caller, access.permission) ? null : commonFailures.notAllowed;
  }
}
