import { type Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import type { RecordUnitEvent } from '@diemcau/contracts/identity/unit-events';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { decide } from './decide.js';
import type { Decision } from './draft.js';
import { eventColumns, type EventRow } from './event-row.js';
import type { Happening } from './happening.js';
import { provincesOf, timelineFrom, typeRulesOf } from './history.js';
import { unitsNamed } from './shape.js';
import { writeHistory } from './writing-history.js';

/** An event that would be recorded, and what it was decided on. */
export interface Intended {
  readonly event: RecordUnitEvent;
  readonly decision: Decision;
  readonly provinceIds: readonly string[];
}

/** @throws Failure `units.changed`, and all of `unitEventErrors` that {@link decide} has */
export async function intend(
  manager: EntityManager,
  event: RecordUnitEvent,
  happening: Happening,
  day: string,
): Promise<Intended> {
  await refuseLostRace(manager, event);
  const { from, to } = unitsNamed(event);
  const provinceIds = await provincesOf(manager, [...from, ...to], event.effectiveOn);
  const since = event.effectiveOn < day ? event.effectiveOn : day;
  const decision = decide(happening, {
    timeline: await timelineFrom(manager, provinceIds, since),
    types: await typeRulesOf(manager, provinceIds),
    newId: randomUUID,
  });
  await refusePeople(manager, decision);
  return { event, decision, provinceIds };
}

/** Writes the event and the periods it makes; a foundation is `planned` until it takes effect. */
export async function write(
  manager: EntityManager,
  { event, decision, provinceIds }: Intended,
  caller: Caller,
): Promise<EventRow> {
  const id = randomUUID();
  const { periods, corrected, founded, people } = decision;
  const unitIds = [...periods, ...corrected].map(({ unitId }) => unitId);
  const subject = event.unitId ?? founded[0] ?? id;
  await manager.query(
    `INSERT INTO unit_events (id, kind, state, effective_on, decision_number, decision_date, note, unit_id, unit_ids,
                              province_ids, people, body, recorded_by)
     VALUES ($1, $2, 'planned', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      event.kind,
      event.effectiveOn,
      event.decisionNumber,
      event.decisionDate,
      event.note ?? null,
      subject,
      unitIds,
      provinceIds.length > 0 ? provinceIds : [subject],
      JSON.stringify(people),
      JSON.stringify(event),
      recorderOf(caller),
    ],
  );
  await writeHistory(manager, id, event.effectiveOn, decision);
  return readEvent(manager, id);
}

export async function readEvent(manager: EntityManager, eventId: string): Promise<EventRow> {
  const [row] = await manager.query<EventRow[]>(
    `SELECT ${eventColumns} FROM unit_events e LEFT JOIN units u ON u.id = e.unit_id WHERE e.id = $1`,
    [eventId],
  );
  if (!row) throw new Failure(unitEventErrors.notFound, { eventId });
  return row;
}

async function refuseLostRace(manager: EntityManager, { unitId, version }: RecordUnitEvent): Promise<void> {
  if (unitId === undefined) return;
  const [unit] = await manager.query<{ version: number }[]>('SELECT version FROM units WHERE id = $1', [
    unitId,
  ]);
  if (unit?.version !== version) throw new Failure(unitErrors.changed, { unitId, version: unit?.version });
}

/** A unit that nobody takes the people of must be empty; whoever is just being added to it is waited for. */
async function refusePeople(manager: EntityManager, { people }: Decision): Promise<void> {
  const empty = people.filter(({ to }) => to === null).map(({ from }) => from);
  if (empty.length === 0) return;
  await manager.query('SELECT FROM units WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [empty]);
  const [row] = await manager.query<[{ people: number }]>(
    'SELECT count(*)::int AS people FROM users WHERE unit_id = ANY ($1)',
    [empty],
  );
  if (row.people > 0) throw new Failure(unitEventErrors.people, { unitIds: empty, people: row.people });
}

function recorderOf(caller: Caller): string | null {
  switch (caller.kind) {
    case 'user':
      return caller.userId;
    case 'key':
      return caller.keyId;
    case 'service':
    case 'peer':
    case 'anonymous':
      return null;
  }
}
