import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('role_grants')
export class RoleGrant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  /** Key of the role. */
  @Column('text') role: string;
  @Column('uuid', { name: 'unit_id' }) unitId: string;
  /** Also everything below the unit. */
  @Column('boolean') subtree: boolean;
  @Column({ type: 'timestamptz', name: 'valid_from', precision: 3 }) validFrom: Date;
  @Column({ type: 'timestamptz', name: 'valid_to', precision: 3, nullable: true }) validTo: Date | null;
  /** Null for those made with the installation. */
  @Column('uuid', { name: 'granted_by', nullable: true }) grantedBy: string | null;
  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true }) revokedAt: Date | null;
  @Column('uuid', { name: 'revoked_by', nullable: true }) revokedBy: string | null;
  /** The grant that is lent while its holder is absent; null for one held in one's own right. */
  @Column('uuid', { name: 'delegated_from', nullable: true }) delegatedFrom: string | null;
}
