import type { LobbyState } from '@diemcau/contracts/meetings/lobby';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One guest at the door of one room. Its id is the guest's identity in the room, however often they rejoin (I18). */
@Entity('lobby_entries')
export class LobbyEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'room_id' }) roomId: string;
  @Column('text', { name: 'full_name' }) fullName: string;
  @Column('text', { name: 'name_key' }) nameKey: string;
  /** The folded name. */
  @Column('text') search: string;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId: string | null;
  @Column('text') state: LobbyState;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'duplicate_of', nullable: true }) duplicateOf: string | null;
  @Column('uuid', { name: 'line_test_id', nullable: true }) lineTestId: string | null;
  /** Of the secret that only the guest's browser has. */
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column({ type: 'timestamptz', name: 'asked_at', precision: 3, insert: false }) askedAt: Date;
  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3, nullable: true }) decidedAt: Date | null;
  /** The host; null when the guest or time decided. */
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
}
