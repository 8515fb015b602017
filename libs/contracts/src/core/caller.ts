import type { Permission, Role } from '../identity/roles.js';
import { permissionsOf } from '../identity/roles.js';

/** A role held on one unit, or on it and everything below. */
export interface Grant {
  readonly role: Role;
  readonly unitId: string;
  readonly subtree: boolean;
}

export interface UserCaller {
  readonly kind: 'user';
  readonly userId: string;
  /** The sign-in session, so that ending it ends everything done in its name (I6). */
  readonly sessionId: string;
  readonly grants: readonly Grant[];
}

/** Somebody inside a live room, bound to a socket by a ticket. */
export interface PeerCaller {
  readonly kind: 'peer';
  readonly peerId: string;
  readonly roomId: string;
  /** Names the attachment, so that a message of a replaced socket is told from one of the new socket. */
  readonly attachmentId: string;
}

/** A service acting for itself: a job, a fact handler. */
export interface ServiceCaller {
  readonly kind: 'service';
  readonly name: string;
}

export interface AnonymousCaller {
  readonly kind: 'anonymous';
}

/** Who asks. Travels in the bus headers; ids only, never personal data. */
export type Caller = UserCaller | PeerCaller | ServiceCaller | AnonymousCaller;

export const anonymous: AnonymousCaller = { kind: 'anonymous' };

/** Does the caller hold the permission anywhere at all? The edge asks this; the owner of the object asks {@link mayOn}. */
export function may(caller: Caller, permission: Permission): boolean {
  return caller.kind === 'user' && caller.grants.some((grant) => permissionsOf(grant.role).has(permission));
}

/**
 * Does the caller hold the permission on an object that belongs to a unit?
 * @param unitPath ids from the province down to the owning unit itself
 */
export function mayOn(caller: Caller, permission: Permission, unitPath: readonly string[]): boolean {
  const owner = unitPath.at(-1);
  return (
    caller.kind === 'user' &&
    caller.grants.some(
      (grant) =>
        permissionsOf(grant.role).has(permission) &&
        (grant.unitId === owner || (grant.subtree && unitPath.includes(grant.unitId))),
    )
  );
}
