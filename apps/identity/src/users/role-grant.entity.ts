import type { Role } from '@diemcau/contracts/identity/roles';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('role_grants')
export class RoleGrant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  @Column('text') role: Role;
  @Column('uuid', { name: 'unit_id' }) unitId: string;
  /** Also everything below the unit. */
  @Column('boolean') subtree: boolean;
  @Column({ type: 'timestamptz', name: 'valid_from', precision: 3 }) validFrom: Date;
  @Column({ type: 'timestamptz', name: 'valid_to', precision: 3, nullable: true }) validTo: Date | null;
  /** Null for those made with the installation. */
  @Column('uuid', { name: 'granted_by', nullable: true }) grantedBy: string | null;
}
