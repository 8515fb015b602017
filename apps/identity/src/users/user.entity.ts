import { Column, Entity, PrimaryColumn } from 'typeorm';

export const userStates = ['invited', 'active', 'locked', 'disabled'] as const;
/** Only active users sign in; an invited one has no password yet. */
export type UserState = (typeof userStates)[number];

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
}
