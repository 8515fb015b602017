import type { EntityManager } from 'typeorm';

/** A unit as rows know it by heart. */
export interface Heir {
  readonly id: string;
  readonly path: readonly string[];
  readonly name: string;
}

/** How much of a closed unit's work was handed on. */
export interface HandedOn {
  readonly series: number;
  readonly meetings: number;
  readonly agendaItems: number;
  readonly checklistItems: number;
}

/** What has begun, and what is over, was the former unit's (I2). */
const toCome = `state IN ('draft', 'pendingApproval', 'rejected', 'scheduled', 'postponed', 'checking')`;
const owedAgenda = `item.state <> 'approved'`;
const owedChecklist = 'item.done_at IS NULL';

const countOf = ([rows]: readonly [readonly unknown[], number]): number => rows.length;

async function update(manager: EntityManager, text: string, values: readonly unknown[]): Promise<number> {
  return countOf(await manager.query<[unknown[], number]>(text, [...values]));
}

/** Series first: whoever makes their meetings holds them, and what was made just now is handed on as well. */
export async function toHeir(manager: EntityManager, unitId: string, heir: Heir): Promise<HandedOn> {
  const values = [unitId, heir.id, heir.path, heir.name];
  const become = `unit_id = $2, unit_path = $3, unit_name = $4, version = version + 1`;
  const series = await update(
    manager,
    `UPDATE series SET ${become} WHERE unit_id = $1 AND state <> 'ended' RETURNING id`,
    values,
  );
  await prepareInstead(manager, unitId, heir.id);
  const meetings = await update(
    manager,
    `UPDATE occurrences SET ${become} WHERE unit_id = $1 AND ${toCome} RETURNING id`,
    values,
  );
  const items = (table: string, owed: string): Promise<number> =>
    update(
      manager,
      `UPDATE ${table} item SET unit_id = $2, unit_path = $3, unit_name = $4 FROM occurrences meeting
       WHERE item.unit_id = $1 AND ${owed} AND meeting.id = item.occurrence_id AND meeting.${toCome} RETURNING item.id`,
      values,
    );
  await papersToo(manager, unitId, heir);
  return {
    series,
    meetings,
    agendaItems: await items('agenda_items', owedAgenda),
    checklistItems: await items('checklist_items', owedChecklist),
  };
}

/**
 * Nobody in particular carries on: series make nothing more (I3), what is owed to others' meetings is these others' matter.
 * Its own meetings that are made already stay for those above it, who may hold or cancel them.
 * @param today last day of its series
 */
export async function toNobody(manager: EntityManager, unitId: string, today: string): Promise<HandedOn> {
  const series = await update(
    manager,
    `UPDATE series SET state = 'ended', until_day = least(until_day, $2::date), version = version + 1
     WHERE unit_id = $1 AND state <> 'ended' RETURNING id`,
    [unitId, today],
  );
  await prepareInstead(manager, unitId, null);
  const items = (table: string, owed: string): Promise<number> =>
    update(
      manager,
      `UPDATE ${table} item SET unit_id = meeting.unit_id, unit_path = meeting.unit_path, unit_name = meeting.unit_name
       FROM occurrences meeting
       WHERE item.unit_id = $1 AND ${owed} AND meeting.id = item.occurrence_id AND meeting.unit_id <> $1
         AND meeting.${toCome} RETURNING item.id`,
      [unitId],
    );
  return {
    series,
    meetings: 0,
    agendaItems: await items('agenda_items', owedAgenda),
    checklistItems: await items('checklist_items', owedChecklist),
  };
}

/** Series of whatever unit name who prepares their agenda. @param instead null: the owner of the meeting */
async function prepareInstead(manager: EntityManager, unitId: string, instead: string | null): Promise<void> {
  await manager.query(
    `UPDATE series SET version = version + 1, template = jsonb_set(template, '{agenda}', (
       SELECT jsonb_agg(CASE WHEN item->>'unitId' = $1 THEN jsonb_set(item, '{unitId}', $2::jsonb) ELSE item END ORDER BY place)
       FROM jsonb_array_elements(template->'agenda') WITH ORDINALITY AS one (item, place)))
     WHERE state <> 'ended' AND template->'agenda' @> jsonb_build_array(jsonb_build_object('unitId', $1::text))`,
    [unitId, JSON.stringify(instead)],
  );
}

/** Who prepares an item now sees what was handed in for it. */
async function papersToo(manager: EntityManager, unitId: string, heir: Heir): Promise<void> {
  await manager.query(
    `UPDATE files SET unit_id = $2, unit_path = $3 WHERE unit_id = $1 AND id IN (
       SELECT unnest(item.file_ids) FROM agenda_items item JOIN occurrences meeting ON meeting.id = item.occurrence_id
       WHERE item.unit_id = $1 AND ${owedAgenda} AND meeting.${toCome})`,
    [unitId, heir.id, heir.path],
  );
}
