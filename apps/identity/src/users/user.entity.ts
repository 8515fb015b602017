import type { UserKind, UserState } from '@diemcau/contracts/identity/user-views';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

@Entity('users')
export class User {
  @PrimaryColumn('uuid') id: string;
  /** Unique whatever the case. */
  @Column('text', { name: 'user_name' }) userName: string;
  /** argon2id in PHC form; null until the invitation is taken up. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('uuid', { name: 'unit_id' }) unitId: string;
  @Column('text') state: UserState;
  /** That of the unit; kept by the database. */
  @Column({ type: 'uuid', name: 'province_id', insert: false, update: false }) provinceId: string;
  @Column('text') kind: UserKind;
  /** The staff's or student's code, unique within the province: by it a spreadsheet sent again finds the person. */
  @Column('text', { nullable: true }) code: string | null;
  /** Folded name, user name, code: what searches look through. */
  @Column('text') search: string;
  /** Folded, given name first, as Vietnamese lists are sorted. */
  @Column('text', { name: 'sort_name' }) sortName: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  /** `YYYY-MM-DD` */
  @Column('date', { name: 'birth_date', nullable: true }) birthDate: string | null;
  @VersionColumn() version: number;
  /** Rises when the user's grants, their roles or the user's state change; older access tokens are refused (I6). */
  @Column({ type: 'int', name: 'rights_version', insert: false, update: false }) rightsVersion: number;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, insert: false, update: false })
  createdAt: Date;
  /** When everything that tells who it was has been taken out. */
  @Column({ type: 'timestamptz', name: 'erased_at', precision: 3, nullable: true }) erasedAt: Date | null;
}
