import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { folded } from '@diemcau/contracts/core/folded';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { FieldFault } from '../faults.js';
import type { Change, Item, Verdict } from '../kinds/import-kind.js';
import type { HeldRole, KnownPerson } from './known-people.js';
import type { NamedRole } from './roles-by-name.js';
import type { UnitPlace } from './units-by-code.js';

/** What the database holds that a row is judged by. */
export interface Surroundings {
  readonly kind: 'staff' | 'student';
  readonly caller: Caller;
  readonly unit: UnitPlace | undefined;
  readonly known: KnownPerson | undefined;
  /** Name of the known person's class in the row's school year. */
  readonly className: string | null;
  /** The role that the row asks for; undefined when there is no such role. */
  readonly role: NamedRole | undefined;
  /** The role that an account of this kind comes with: it is as much as the account itself. */
  readonly usualRole: string;
  /** I4: what of the permissions the caller does not hold there. */
  readonly beyond: Beyond;
  /** I4: what of them the caller does not hold there for good, as roles are given by rows. */
  readonly outlasting: Beyond;
}

type Beyond = (
  permissions: readonly Permission[],
  unitPath: readonly string[],
  subtree: boolean,
) => readonly unknown[];

/** Roles that look after everything below their unit. */
const wide: ReadonlySet<string> = new Set(['departmentAdmin', 'unitOperator']);
export const isWide = (role: string): boolean => wide.has(role);

const goesAlong = ({ role, unitId, isLent }: HeldRole, of: KnownPerson): boolean =>
  unitId === of.unitId && !isLent && !isWide(role);

export function judge({ values }: Item, around: Surroundings): Verdict {
  const { unit, known, caller } = around;
  const fault = (field: string, code: FieldFault['code']): Verdict => ({
    outcome: 'error',
    subjectId: null,
    changes: [],
    faults: [{ field, code }],
  });
  // A unit out of scope answers like one that is not there.
  if (!unit || !mayOn(caller, 'users.import', unit.path)) return fault('unitCode', 'unknownUnit');
  if (unit.state === 'closed' && known?.unitId !== unit.id) return fault('unitCode', 'unitClosed');
  if (known && (known.kind !== around.kind || !mayOn(caller, 'users.import', known.unitPath))) {
    return fault('code', 'codeUsed');
  }
  if (values['role'] !== undefined && !around.role) return fault('role', 'unknownRole');
  // The usual role comes with being imported; any other is given, and that takes the right to give.
  if (values['role'] !== undefined && !mayOn(caller, 'grants.give', unit.path))
    return fault('role', 'roleBeyond');
  const changes = changesOf(values, unit, around);
  if (changes.some(({ field }) => field === 'role') && around.role) {
    const { key, permissions } = around.role;
    if (around.beyond(permissions, unit.path, isWide(key)).length > 0) return fault('role', 'roleBeyond');
    const isGiven = known !== undefined || key !== around.usualRole;
    if (isGiven && around.outlasting(permissions, unit.path, isWide(key)).length > 0)
      return fault('role', 'roleOutlasts');
  }
  if (!known) return { outcome: 'create', subjectId: null, changes, faults: [] };
  if (changes.length === 0) return { outcome: 'unchanged', subjectId: known.id, changes, faults: [] };
  const isAbove = ({ permissions, path, subtree }: HeldRole) =>
    around.beyond(permissions, path, subtree).length > 0;
  if (known.roles.some(isAbove)) return fault('code', 'personBeyond');
  // What somebody takes along is given anew at the other unit.
  const isBeyondThere = ({ permissions, subtree }: HeldRole) =>
    around.beyond(permissions, unit.path, subtree).length > 0;
  if (known.unitId !== unit.id && known.roles.filter((held) => goesAlong(held, known)).some(isBeyondThere))
    return fault('unitCode', 'roleAlong');
  return { outcome: 'change', subjectId: known.id, changes, faults: [] };
}

const columns = ['fullName', 'email', 'phone', 'birthDate'] as const;

function changesOf(values: Item['values'], unit: UnitPlace, around: Surroundings): Change[] {
  const { known, className, role } = around;
  const changes: Change[] = columns.flatMap((field) => {
    const to = values[field];
    const from = known?.[field] ?? null;
    return to === undefined || to === from ? [] : [{ field, from, to }];
  });
  if (known?.unitId !== unit.id) {
    changes.push({ field: 'unitCode', from: known?.unitCode ?? null, to: unit.code });
  }
  const toClass = values['className'];
  if (toClass !== undefined && (className === null || folded(className) !== folded(toClass))) {
    changes.push({ field: 'className', from: className, to: toClass });
  }
  if (role && !holds(known, role.key, unit.id)) {
    const here = known?.roles.filter(({ unitId }) => unitId === unit.id).map((held) => held.role);
    changes.push({ field: 'role', from: here?.length ? here.join(', ') : null, to: role.nameVi });
  }
  return known ? changes : [{ field: 'code', from: null, to: values['code'] ?? null }, ...changes];
}

const holds = (known: KnownPerson | undefined, role: string, unitId: string): boolean =>
  known?.roles.some((held) => held.role === role && held.unitId === unitId) ?? false;
