import type { UnitState, UnitType } from '@diemcau/contracts/identity/units';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A node of the typed tree as it is today (SYS-5). One parent, no cycles: the database sees to it (I1). What it was and
 * will be is in `unit_versions`.
 */
@Entity('units')
export class Unit {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('text') type: UnitType;
  /** Unique within the province. */
  @Column('text') code: string;
  @Column('text') name: string;
  /** The folded name and code: what searches look through and lists are sorted by. */
  @Column('text') search: string;
  @Column('text') state: UnitState;
  /** First and, once known, last day (exclusive) of the unit, `YYYY-MM-DD`. */
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  /** Rises with every event. */
  @Column({ type: 'int', insert: false }) version: number;
  /** From the root down to this unit; written by the database whenever the parent changes. */
  @Column({ type: 'uuid', array: true, insert: false, update: false }) path: string[];
}
