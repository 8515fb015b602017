import type { Permission } from '../identity/permissions.js';

/** A role held on one unit, or on it and everything below. */
export interface Grant {
  /** Key of a role: a built-in one's name, or the id of one that a province defined. */
  readonly role: string;
  readonly unitId: string;
  readonly subtree: boolean;
}

/** What somebody holds, whole in itself: roles are data, and nobody who judges has to look them up. */
export interface Rights {
  readonly grants: readonly Grant[];
  /** What each role of the grants permits. */
  readonly roles: Readonly<Record<string, readonly Permission[]>>;
}

export interface UserCaller extends Rights {
  readonly kind: 'user';
  readonly userId: string;
  /** The sign-in session, so that ending it ends everything done in its name (I6). */
  readonly sessionId: string;
  /** Rises when the user's rights change; what rests on an older one is refused (I6). */
  readonly rightsVersion: number;
}

/** A program with an API key. */
export interface KeyCaller extends Rights {
  readonly kind: 'key';
  readonly keyId: string;
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
export type Caller = UserCaller | KeyCaller | PeerCaller | ServiceCaller | AnonymousCaller;

export const anonymous: AnonymousCaller = { kind: 'anonymous' };

const noRights: Rights = { grants: [], roles: {} };
const rightsOf = (caller: Caller): Rights =>
  caller.kind === 'user' || caller.kind === 'key' ? caller : noRights;

/** The grants that carry the permission, wherever they hold. */
export function grantsOf(caller: Caller, permission: Permission): readonly Grant[] {
  const { grants, roles } = rightsOf(caller);
  return grants.filter(({ role }) => roles[role]?.includes(permission));
}

/** Does the caller hold the permission anywhere at all? The edge asks this; the owner of the object asks {@link mayOn}. */
export const may = (caller: Caller, permission: Permission): boolean =>
  grantsOf(caller, permission).length > 0;

/**
 * Does the caller hold the permission on an object that belongs to a unit?
 * @param unitPath ids from the province down to the owning unit itself
 */
export function mayOn(caller: Caller, permission: Permission, unitPath: readonly string[]): boolean {
  const owner = unitPath.at(-1);
  return grantsOf(caller, permission).some(
    ({ unitId, subtree }) => unitId === owner || (subtree && unitPath.includes(unitId)),
  );
}

/** As {@link mayOn}, for the unit and everything below it. */
export const mayOnAllOf = (caller: Caller, permission: Permission, unitPath: readonly string[]): boolean =>
  grantsOf(caller, permission).some(({ unitId, subtree }) => subtree && unitPath.includes(unitId));
