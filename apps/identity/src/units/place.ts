import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import type { Looks, Tree } from './timeline.js';

/** What may lie where. */
export interface TypeRule {
  readonly top: boolean;
  readonly under: readonly string[];
}
export type TypeRules = ReadonlyMap<string, TypeRule>;

/** What and where a unit that comes into being is; that of another unit unless given. */
export interface Place {
  readonly type?: string;
  readonly parentId?: string;
}

/** @throws Failure `unitEvents.unknownType`, `wrongType` */
export function refuseWrongType(
  rules: TypeRules,
  tree: Tree,
  { type, parentId }: Pick<Looks, 'type' | 'parentId'>,
): void {
  const rule = rules.get(type);
  if (!rule) throw new Failure(unitEventErrors.unknownType, { type });
  const parentType = parentId === null ? null : tree.get(parentId)?.type;
  const fits = parentType == null ? rule.top : rule.under.includes(parentType);
  if (!fits) throw new Failure(unitEventErrors.wrongType, { type, parentType });
}
