import type { EntityManager } from 'typeorm';
import { MergeRefused } from './refused.js';

export interface Province {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly version: number;
}

/** What was recorded of a province that became, or is to become, part of another. */
export interface KnownMerge {
  readonly eventId: string;
  readonly state: 'planned' | 'applied';
  readonly effectiveOn: string;
  readonly intoId: string;
  readonly intoCode: string;
  readonly intoName: string;
}

const named = (column: string) => `(${column}.code = $1 OR ${column}.id::text = $1)`;

/** @throws MergeRefused when two have the code */
async function openProvince(manager: EntityManager, wanted: string): Promise<Province | undefined> {
  const found = await manager.query<Province[]>(
    `SELECT p.id, p.code, p.name, p.version FROM units p
     WHERE p.parent_id IS NULL AND p.state = 'active' AND ${named('p')} ORDER BY p.id`,
    [wanted],
  );
  if (found.length > 1) {
    const which = found.map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new MergeRefused(
      `Có ${found.length} tỉnh mang mã "${wanted}": hãy ghi id thay cho mã: ${which}.`,
      `${found.length} provinces have the code "${wanted}": give the id instead of the code: ${which}.`,
    );
  }
  return found[0];
}

/** The latest merge of a province that is, or once was, one of the installation under this code or id. */
export async function knownMerge(manager: EntityManager, wanted: string): Promise<KnownMerge | undefined> {
  const [known] = await manager.query<KnownMerge[]>(
    `SELECT e.id AS "eventId", e.state, e.effective_on::text AS "effectiveOn", goal.id AS "intoId",
            goal.code AS "intoCode", goal.name AS "intoName"
     FROM unit_events e JOIN units goal ON goal.id = (e.body ->> 'intoId')::uuid
     WHERE e.kind = 'merge' AND e.state IN ('planned', 'applied')
       AND EXISTS (SELECT FROM unit_versions v WHERE v.unit_id = e.unit_id AND v.parent_id IS NULL
                     AND (v.code = $1 OR e.unit_id::text = $1))
     ORDER BY e.state = 'planned' DESC, e.effective_on DESC, e.sequence DESC LIMIT 1`,
    [wanted],
  );
  return known;
}

/** @throws MergeRefused with what became of it, or with the provinces there are */
export async function provinceOf(manager: EntityManager, wanted: string): Promise<Province> {
  const province = await openProvince(manager, wanted);
  if (province) return province;
  const merged = await knownMerge(manager, wanted);
  if (merged)
    throw new MergeRefused(
      `Tỉnh "${wanted}" đã sáp nhập vào ${merged.intoName} (${merged.intoCode}) từ ${merged.effectiveOn}.`,
      `The province "${wanted}" is part of ${merged.intoName} (${merged.intoCode}) since ${merged.effectiveOn}.`,
    );
  const all = await manager.query<Province[]>(
    `SELECT id, code, name, version FROM units WHERE parent_id IS NULL AND state = 'active' ORDER BY search LIMIT 100`,
  );
  const list = all.map(({ code, name }) => `${code} (${name})`).join(', ') || '–';
  throw new MergeRefused(
    `Không có tỉnh nào mang mã "${wanted}". Đang có: ${list}.`,
    `No province has the code "${wanted}". There are: ${list}.`,
  );
}
