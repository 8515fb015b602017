import { type AuditActorKind, auditActorKinds } from '../core/audit.js';
import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Foreign, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars, Nothing } from '../core/page.js';

/** Which entries; all of it must hold. */
export class AuditFilter {
  /** Id of the user or key, name of the service. */
  @Text({ max: 100, optional: true }) actorId?: string;
  @Text({ max: 60, optional: true, example: 'user' }) objectKind?: string;
  @Text({ max: 200, optional: true }) objectId?: string;
  /** An action, `users.lock`, or a feature with all its actions, `users`. */
  @Text({ max: 100, optional: true, example: 'users.lock' }) action?: string;
  /** In this unit or below it. */
  @Id({ optional: true }) unitId?: string;
  @Instant({ optional: true }) from?: string;
  /** Before this moment. */
  @Instant({ optional: true }) to?: string;
  /**
   * Words to look for in action, object, before and after, whatever the case, accents as written; or all of them in the
   * name of the person who did it or whom it was about, accents optional.
   */
  @Text({ max: 100, optional: true }) q?: string;
}

export const auditOrders = ['-at', 'at'] as const;

export class AuditQuery extends AuditFilter {
  /** `-at`: newest first, unless told. `at`: oldest first. */
  @OneOf(auditOrders, { optional: true }) sort?: (typeof auditOrders)[number];
  /** How many at most, 1–200; 50 unless told. */
  @Int({ min: 1, max: 200, optional: true }) limit?: number;
  /** `nextCursor` of the page before. */
  @Text({ max: cursorChars, optional: true }) cursor?: string;
}

/** Who did what to whom, when and from where. */
export class AuditEntry {
  @Id() id: string;
  /** Order in which the log took it. */
  @Int({ min: 1, max: Number.MAX_SAFE_INTEGER }) sequence: number;
  @Instant() at: string;
  @OneOf(auditActorKinds) actorKind: AuditActorKind;
  @Text({ max: 100, nullable: true }) actorId: string | null;
  /** As the account or key is named now; null when it is gone. */
  @Text({ max: 200, nullable: true }) actorName: string | null;
  @Text({ max: 100, example: 'users.lock' }) action: string;
  @Id({ nullable: true }) unitId: string | null;
  @Text({ max: 200, nullable: true }) unitName: string | null;
  @Text({ max: 60, example: 'user' }) objectKind: string;
  @Text({ max: 200 }) objectId: string;
  /** As it is named now; of a grant the person who holds it. Null when it has no name, or is gone. */
  @Text({ max: 200, nullable: true }) objectName: string | null;
}

export class AuditEntryDetail extends AuditEntry {
  @Id({ nullable: true }) sessionId: string | null;
  @Text({ max: 60, nullable: true }) address: string | null;
  @Text({ max: 300, nullable: true }) agent: string | null;
  @Text({ max: 200, nullable: true }) requestId: string | null;
  @Foreign({ nullable: true }) before: object | null;
  @Foreign({ nullable: true }) after: object | null;
  /** Place in the hash chain; null in the moments before it is sealed. */
  @Int({ min: 1, max: Number.MAX_SAFE_INTEGER, nullable: true }) position: number | null;
  /** SHA-256 of the chain up to it, hexadecimal. */
  @Text({ max: 64, nullable: true }) hash: string | null;
}

export class AuditPage {
  @ListOf(() => AuditEntry, { max: 200 }) items: AuditEntry[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}
export class AuditDetailPage {
  @ListOf(() => AuditEntryDetail, { max: 200 }) items: AuditEntryDetail[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class AuditEntryRef {
  @Id() entryId: string;
}

/** Noted outside of the system, it shows later that nothing before it was changed. */
export class AuditHead {
  /** 0 while nothing is sealed. */
  @Int({ min: 0, max: Number.MAX_SAFE_INTEGER }) position: number;
  /** SHA-256, hexadecimal. */
  @Text({ max: 64 }) hash: string;
  /** When the last entry was sealed; null while there is none. */
  @Instant({ nullable: true }) sealedAt: string | null;
  /** Entries that wait to be sealed; more than a few for more than seconds is a fault. */
  @Int({ min: 0, max: Number.MAX_SAFE_INTEGER }) unsealed: number;
}

/** Entries of the caller's units only, those without a unit for who holds the right over the province. */
export const AuditLog = contract('identity.audit', {
  list: takes(AuditQuery).gives(AuditPage),
  find: takes(AuditEntryRef).gives(AuditEntryDetail),
  /** With everything, to be written to a file; asking for the first page is itself an entry. */
  export: takes(AuditQuery).gives(AuditDetailPage),
  head: takes(Nothing).gives(AuditHead),
});
export class AuditLogClient extends ClientOf(AuditLog) {}

export const auditErrors = failures('audit', {
  notFound: { status: 404, vi: 'Không tìm thấy mục nhật ký này', en: 'There is no such entry' },
});
