import type { ImportKindName, ImportKindView } from '@diemcau/contracts/identity/imports';
import { Injectable } from '@nestjs/common';
import type { ImportKind } from './kinds/import-kind.js';
import { StaffKind } from './kinds/staff.kind.js';
import { StudentsKind } from './kinds/students.kind.js';
import { UnitsKind } from './kinds/units.kind.js';

const toView = ({ name: kind, title, fields }: ImportKind): ImportKindView => ({
  kind,
  title,
  fields: fields.map(({ name, title, note, example, required, partOf = null }) => ({
    name,
    title,
    note,
    example,
    required,
    partOf,
  })),
});

/** What can be provisioned. */
@Injectable()
export class KindsService {
  private readonly kinds: Readonly<Record<ImportKindName, ImportKind>>;

  constructor(staff: StaffKind, students: StudentsKind, units: UnitsKind) {
    this.kinds = { staff, students, units };
  }

  of(name: ImportKindName): ImportKind {
    return this.kinds[name];
  }

  view(name: ImportKindName): ImportKindView {
    return toView(this.kinds[name]);
  }

  all(): ImportKindView[] {
    return Object.values(this.kinds).map(toView);
  }
}
