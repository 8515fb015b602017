import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit that guests of the room may pick, with its name as it was when the list was last changed. */
@Entity('invited_units')
export class InvitedUnit {
  @PrimaryColumn('uuid', { name: 'room_id' }) roomId: string;
  @PrimaryColumn('uuid', { name: 'unit_id' }) unitId: string;
  @Column('text') name: string;
  /** The folded name. */
  @Column('text') search: string;
  /** What tells a typed name from another: see `nameKey`. */
  @Column('text', { name: 'name_key' }) nameKey: string;
}
