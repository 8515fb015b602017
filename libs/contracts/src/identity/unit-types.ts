import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Int, ListOf, Text, TextsOf } from '../core/fields.js';
import { Nothing } from '../core/page.js';

export interface BuiltInUnitType {
  readonly vi: string;
  readonly en: string;
  /** May stand at the top of a tree. */
  readonly top: boolean;
  /** Types of units it may lie under. */
  readonly under: readonly string[];
}

const offices = ['department', 'districtOffice', 'commune'];

/** Every installation has them; brought up to date at every start of identity (SYS-5). */
export const builtInUnitTypes = {
  department: { vi: 'Sở', en: 'Department', top: true, under: [] },
  division: {
    vi: 'Phòng ban, bộ phận',
    en: 'Division',
    top: false,
    under: [...offices, 'continuingEducationCentre', 'school', 'division', 'partner'],
  },
  districtOffice: { vi: 'Phòng GD&ĐT cấp huyện', en: 'District office', top: false, under: ['department'] },
  commune: { vi: 'Xã, phường', en: 'Commune', top: false, under: ['department', 'districtOffice'] },
  continuingEducationCentre: {
    vi: 'Trung tâm GDTX',
    en: 'Continuing-education centre',
    top: false,
    under: offices,
  },
  communityLearningCentre: {
    vi: 'Trung tâm học tập cộng đồng',
    en: 'Community learning centre',
    top: false,
    under: [...offices, 'continuingEducationCentre'],
  },
  school: { vi: 'Trường', en: 'School', top: false, under: [...offices, 'school'] },
  partner: { vi: 'Đơn vị phối hợp', en: 'Partner', top: false, under: [...offices, 'partner'] },
} as const satisfies Record<string, BuiltInUnitType>;

export class UnitTypeView {
  @Text({ max: 60, example: 'school' }) key: string;
  /** Null for a built-in one. */
  @Id({ nullable: true }) provinceId: string | null;
  @Text({ max: 120 }) nameVi: string;
  @Text({ max: 120 }) nameEn: string;
  /** May stand at the top of a tree. */
  @Flag() top: boolean;
  /** Keys of the types it may lie under. */
  @TextsOf({ max: 50, each: 60 }) under: string[];
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class UnitTypeList {
  @ListOf(() => UnitTypeView, { max: 1000 }) items: UnitTypeView[];
}

export class DefineUnitType {
  @Id() provinceId: string;
  @Text({ max: 120, example: 'Trường liên cấp' }) nameVi: string;
  @Text({ max: 120, example: 'All-through school' }) nameEn: string;
  @TextsOf({ max: 50, each: 60 }) under: string[];
}
export class ChangeUnitType {
  @Text({ max: 60 }) key: string;
  /** The version the change was made from; another in between gives 412. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 120, optional: true }) nameVi?: string;
  @Text({ max: 120, optional: true }) nameEn?: string;
  /** Holds from the next event on; units that lie elsewhere stay where they are. */
  @TextsOf({ max: 50, each: 60, optional: true }) under?: string[];
}

/** Types of units are data: those of every installation and those that a province defined for itself. */
export const UnitTypes = contract('identity.unitTypes', {
  list: takes(Nothing).gives(UnitTypeList),
  define: takes(DefineUnitType).gives(UnitTypeView),
  change: takes(ChangeUnitType).gives(UnitTypeView),
});
export class UnitTypesClient extends ClientOf(UnitTypes) {}

export const unitTypeErrors = failures('unitTypes', {
  notFound: { status: 404, vi: 'Không có loại đơn vị này', en: 'There is no such type of units' },
  builtIn: {
    status: 403,
    vi: 'Loại đơn vị có sẵn không sửa được; hãy định nghĩa loại mới',
    en: 'A built-in type cannot be changed; please define one of your own',
  },
  nameTaken: { status: 409, vi: 'Tên loại đơn vị đã có', en: 'There is a type with this name already' },
  changed: {
    status: 412,
    vi: 'Loại đơn vị vừa được người khác sửa; xin tải lại rồi sửa tiếp',
    en: 'Somebody else has just changed the type; please reload and change again',
  },
});
