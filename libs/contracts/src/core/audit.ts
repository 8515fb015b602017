import { Foreign, Id, Instant, OneOf, Text } from './fields.js';
import { facts } from './messages.js';

export const auditActorKinds = ['user', 'key', 'service', 'anonymous'] as const;
export type AuditActorKind = (typeof auditActorKinds)[number];

/** What another service than identity has to tell to auditors (I7); identity keeps it in its log. */
export class AuditNoted {
  /** When it happened; the log has it in the order in which it came. */
  @Instant() at: string;
  @OneOf(auditActorKinds) actorKind: AuditActorKind;
  /** Id of the user or key, name of the service. */
  @Text({ max: 100, nullable: true }) actorId: string | null;
  @Id({ nullable: true }) sessionId: string | null;
  /** As it came to the edge. */
  @Text({ max: 60, nullable: true }) address: string | null;
  /** User-Agent. */
  @Text({ max: 300, nullable: true }) agent: string | null;
  @Text({ max: 200, nullable: true }) requestId: string | null;
  /** `rooms.lock`: feature and verb. */
  @Text({ max: 100 }) action: string;
  /** The unit it happened in; null for what belongs to none. */
  @Id({ nullable: true }) unitId: string | null;
  @Text({ max: 60 }) objectKind: string;
  @Text({ max: 200 }) objectId: string;
  @Foreign({ nullable: true }) before: object | null;
  @Foreign({ nullable: true }) after: object | null;
}

export const AuditFacts = facts('audit', { noted: AuditNoted });
