import type { Permission } from '@diemcau/contracts/identity/permissions';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A named set of permissions: built in, or defined by a province. */
@Entity('roles')
export class Role {
  @PrimaryColumn('text') key: string;
  /** Null for a built-in one. */
  @Column('uuid', { name: 'province_id', nullable: true }) provinceId: string | null;
  @Column('text', { name: 'name_vi' }) nameVi: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('text', { array: true }) permissions: Permission[];
  @VersionColumn() version: number;
}
