import type { NamePolicy, SupportContact } from '@diemcau/contracts/meetings/rooms';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('rooms')
export class Room {
  @PrimaryColumn('uuid') id: string;
  /** Permanent: the database refuses a change (TM-2a). */
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('uuid', { name: 'owner_unit_id' }) ownerUnitId: string;
  @Column('text', { name: 'owner_unit_name' }) ownerUnitName: string;
  /** From the province down to the owner: who may do what here is decided without asking identity. */
  @Column({ type: 'uuid', array: true, name: 'owner_unit_path' }) ownerUnitPath: string[];
  @Column('jsonb', { name: 'name_policy' }) namePolicy: NamePolicy;
  @Column('boolean') locked: boolean;
  @Column('int', { name: 'required_mbps' }) requiredMbps: number;
  @Column('jsonb') support: SupportContact[];
  @Column('int') version: number;
}
