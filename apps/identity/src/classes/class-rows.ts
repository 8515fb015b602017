import type { ClassView } from '@diemcau/contracts/identity/classes';

export interface ClassRow extends ClassView {
  /** Where the class stands in lists. */
  readonly sortKey: string;
}

/** The latest year first, then the unit, then the class; to be compared byte by byte. */
export const sortKey = `(9999 - left(c.school_year, 4)::int || ' ' || unit.search || chr(1) || c.sort_name) COLLATE "C"`;

export const classColumns = `c.id, c.unit_id AS "unitId", unit.name AS "unitName", c.school_year AS "schoolYear", c.name,
  c.version, (SELECT count(*)::int FROM class_members m WHERE m.class_id = c.id) AS students, ${sortKey} AS "sortKey"`;

export const classTables = 'classes c JOIN units unit ON unit.id = c.unit_id';

export const toView = ({ sortKey: _sortKey, ...view }: ClassRow): ClassView => view;
