import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { mayChangeUnit } from '@diemcau/contracts/identity/unit-rights';
import type { FaultCode } from '../faults.js';
import type { Item, Verdict } from '../kinds/import-kind.js';

/** A unit of the database, or one that an earlier row of the file makes. */
export interface KnownUnit {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly type: string;
  readonly state: string;
  readonly parentId: string | null;
  readonly path: readonly string[];
}

export interface KnownType {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Keys of the types it may lie under. */
  readonly under: readonly string[];
}

export interface UnitSurroundings {
  readonly caller: Caller;
  readonly known: KnownUnit | undefined;
  readonly parent: KnownUnit | undefined;
  readonly type: KnownType | undefined;
}

/** Founding below a unit takes the right to change there, besides that to import. */
const mayFoundBelow = (caller: Caller, unit: KnownUnit | undefined): unit is KnownUnit =>
  unit !== undefined && mayOn(caller, 'users.import', unit.path) && mayOn(caller, 'units.change', unit.path);

export function judgeUnit({ values }: Item, { caller, known, parent, type }: UnitSurroundings): Verdict {
  const fault = (field: string, code: FaultCode): Verdict => ({
    outcome: 'error',
    subjectId: null,
    changes: [],
    faults: [{ field, code, ...(code === 'required' && { details: ['Mã đơn vị cấp trên'] }) }],
  });
  if (known && !mayOn(caller, 'users.import', known.path)) return fault('code', 'codeUsed');
  if (!type) return fault('type', 'unknownType');
  const { name = '', code = '', parentCode } = values;
  if (known) {
    if (type.key !== known.type) return fault('type', 'needsEvent');
    if (parentCode !== undefined && parent?.id !== known.parentId) return fault('parentCode', 'needsEvent');
    if (name === known.name) return { outcome: 'unchanged', subjectId: known.id, changes: [], faults: [] };
    if (!mayChangeUnit(caller, known.path)) return fault('name', 'unitAbove');
    const changes = [{ field: 'name', from: known.name, to: name }];
    return { outcome: 'change', subjectId: known.id, changes, faults: [] };
  }
  if (parentCode === undefined) return fault('parentCode', 'required');
  if (!mayFoundBelow(caller, parent)) return fault('parentCode', 'unknownUnit');
  if (parent.state === 'closed') return fault('parentCode', 'unitClosed');
  if (!type.under.includes(parent.type)) return fault('parentCode', 'wrongParent');
  const said = { code, name, type: type.nameVi, parentCode: parent.code };
  const rest = { decisionNumber: values['decisionNumber'], validFrom: values['validFrom'] };
  const changes = Object.entries({ ...said, ...rest }).flatMap(([field, to]) =>
    to === undefined ? [] : [{ field, from: null, to }],
  );
  return { outcome: 'create', subjectId: null, changes, faults: [] };
}
