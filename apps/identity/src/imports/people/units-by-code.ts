import type { EntityManager } from 'typeorm';

export interface UnitPlace {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: string;
  /** From the province down. */
  readonly path: readonly string[];
}

export const codeKey = (code: string): string => code.toLowerCase();

/**
 * The units of a province that have these codes, whatever the case, by {@link codeKey}.
 * @param hold until the transaction ends nobody closes or moves them
 */
export async function unitsByCode(
  manager: EntityManager,
  provinceId: string,
  codes: readonly string[],
  hold: boolean,
): Promise<Map<string, UnitPlace>> {
  const units = await manager.query<UnitPlace[]>(
    `SELECT id, code, name, state, path FROM units
     WHERE province_id = $1 AND lower(code) = ANY ($2) ORDER BY id ${hold ? 'FOR SHARE' : ''}`,
    [provinceId, [...new Set(codes.map(codeKey))]],
  );
  return new Map(units.map((unit) => [codeKey(unit.code), unit]));
}
