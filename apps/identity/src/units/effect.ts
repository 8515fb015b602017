import type { EntityManager } from 'typeorm';
import type { EventRow } from './event-row.js';
import { type HandedOver, handOver } from './handing-over.js';
import { adoptLate } from './late-children.js';
import { placeUnits } from './placing.js';
import { enterProvince } from './provinces.js';

/** What taking effect did. */
export interface Effect {
  /** Units that are another than before, and those that went along below. */
  readonly unitIds: string[];
  readonly handedOver: readonly HandedOver[];
  /** People whose code got a suffix. */
  readonly recoded: number;
  /** People whose rights reach elsewhere than before. */
  readonly userIds: string[];
}

/** Makes the present what the event says; the caller holds the units (`holdUnits`). */
export async function takeEffect(manager: EntityManager, event: EventRow): Promise<Effect> {
  await manager.query(`SELECT set_config('identity.unit_event', 'on', true)`);
  const before = await holdersAbove(manager, event.unitIds);
  const suffix = event.body.codeSuffix;
  const below = uproots(event) ? await enterProvince(manager, event.id, suffix) : 0;
  const placed = await placeUnits(manager, event);
  const late = uproots(event) ? await adoptLate(manager, event) : [];
  const handedOver = await handOver(manager, event.people, { ...event, suffix });
  await manager.query(
    `UPDATE unit_events SET state = 'applied', applied_at = clock_timestamp() WHERE id = $1`,
    [event.id],
  );
  await manager.query(`SELECT set_config('identity.unit_event', '', true)`);
  const after = await holdersAbove(manager, event.unitIds);
  const userIds = new Set([
    ...reachChanged(before, after),
    ...(await holdersOnClosed(manager, event.unitIds)),
    ...handedOver.flatMap((one) => one.userIds),
  ]);
  const recoded = handedOver.reduce((sum, one) => sum + one.recoded, below);
  return { unitIds: [...new Set([...placed, ...late])], handedOver, recoded, userIds: [...userIds] };
}

/** May it take a unit to another place? */
const uproots = ({ kind }: EventRow): boolean => !['found', 'rename', 'correct'].includes(kind);

interface Holder {
  readonly userId: string;
  readonly unitId: string;
}

/** Who holds a role on one of the units or above them, and for which of them it counts. */
async function holdersAbove(manager: EntityManager, unitIds: readonly string[]): Promise<Holder[]> {
  return manager.query<Holder[]>(
    `SELECT DISTINCT g.user_id AS "userId", unit.id AS "unitId"
     FROM units unit JOIN role_grants g ON g.unit_id = ANY (unit.path) AND (g.subtree OR g.unit_id = unit.id)
     WHERE unit.id = ANY ($1) AND g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > now())`,
    [unitIds],
  );
}

/** Whose role sits on a unit that is closed now: it stays there to be seen, and reaches nobody any more. */
async function holdersOnClosed(manager: EntityManager, unitIds: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ userId: string }[]>(
    `SELECT DISTINCT g.user_id AS "userId" FROM units unit JOIN role_grants g ON g.unit_id = unit.id
     WHERE unit.id = ANY ($1) AND unit.state = 'closed' AND g.revoked_at IS NULL`,
    [unitIds],
  );
  return rows.map(({ userId }) => userId);
}

function reachChanged(before: readonly Holder[], after: readonly Holder[]): string[] {
  const keyOf = ({ userId, unitId }: Holder) => `${userId} ${unitId}`;
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return [
    ...before.filter((holder) => !is.has(keyOf(holder))),
    ...after.filter(
      (holder) => !was.has(keyOf(holder)) && before.some(({ unitId }) => unitId === holder.unitId),
    ),
  ].map(({ userId }) => userId);
}
