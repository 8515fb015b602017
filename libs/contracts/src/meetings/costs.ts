import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { SiteRef } from './sites.js';

/** HB-11.3 */
export const costKinds = [
  'operation',
  'maintenance',
  'line',
  'power',
  'equipment',
  'training',
  'other',
] as const;
export type CostKind = (typeof costKinds)[number];

/** Largest sum, in đồng. */
const most = 1_000_000_000_000;

export class CostLine {
  @Id() id: string;
  @Id() siteId: string;
  @Int({ min: 2000, max: 2999 }) year: number;
  @OneOf(costKinds) kind: CostKind;
  @Text({ max: 300 }) text: string;
  /** In đồng. */
  @Int({ min: 0, max: most }) planned: number;
  /** In đồng; null while nothing is spent. */
  @Int({ min: 0, max: most, nullable: true }) actual: number | null;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class CostQuery extends SiteRef {
  @Int({ min: 2000, max: 2999 }) year: number;
}
export class CostList {
  @ListOf(() => CostLine, { max: 200 }) items: CostLine[];
}
export class CostRef {
  @Id() costId: string;
}
export class AddCost extends SiteRef {
  @Int({ min: 2000, max: 2999, example: 2026 }) year: number;
  @OneOf(costKinds, { example: 'line' }) kind: CostKind;
  @Text({ max: 300, example: 'Cước đường truyền 12 tháng' }) text: string;
  @Int({ min: 0, max: most, example: 12_000_000 }) planned: number;
  @Int({ min: 0, max: most, optional: true, nullable: true }) actual?: number | null;
}
/** What is left out stays. */
export class ChangeCost extends CostRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @OneOf(costKinds, { optional: true }) kind?: CostKind;
  @Text({ max: 300, optional: true }) text?: string;
  @Int({ min: 0, max: most, optional: true }) planned?: number;
  @Int({ min: 0, max: most, optional: true, nullable: true }) actual?: number | null;
}

export class CostSumQuery {
  /** By the units right below this one; by province without it. */
  @Id({ optional: true }) unitId?: string;
  @Int({ min: 2000, max: 2999 }) year: number;
}
export class CostSum {
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(costKinds) kind: CostKind;
  @Int({ min: 0, max: Number.MAX_SAFE_INTEGER }) planned: number;
  @Int({ min: 0, max: Number.MAX_SAFE_INTEGER }) actual: number;
}
export class CostSums {
  /** By unit, then by kind. */
  @ListOf(() => CostSum, { max: 7000 }) items: CostSum[];
}

/** What sites cost, year by year (HB-11.3). Seen with `sites.read`, kept with `sites.write`. */
export const Costs = contract('meetings.costs', {
  of: takes(CostQuery).gives(CostList),
  add: takes(AddCost).gives(CostLine),
  change: takes(ChangeCost).gives(CostLine),
  remove: takes(CostRef),
  sums: takes(CostSumQuery).gives(CostSums),
});
export class CostsClient extends ClientOf(Costs) {}

export const costErrors = failures('costs', {
  notFound: { status: 404, vi: 'Không tìm thấy khoản chi', en: 'There is no such cost' },
  changed: {
    status: 412,
    vi: 'Khoản chi vừa được người khác sửa; xin tải lại rồi sửa tiếp',
    en: 'Somebody else has just changed this cost; please reload and change again',
  },
  tooMany: {
    status: 409,
    vi: 'Năm này đã có quá nhiều khoản chi cho điểm cầu',
    en: 'The site has too many costs in this year',
  },
});
