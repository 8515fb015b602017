import type { MeetingKind, SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MeetingTypesService } from '../meeting-types/meeting-types.service.js';
import { type ChecklistRow, checklistRows, type SiteOf, type UnitOf } from './made-rows.js';
import { PartsService } from './parts.service.js';

interface Meeting {
  readonly kind: MeetingKind;
  readonly urgent: boolean;
  readonly startsAt: Date;
  readonly owner: UnitOf;
}

/** What a meeting's checklist came from: its type, and which units' sites have which part. */
export interface ItemsSource {
  readonly kind: MeetingKind;
  readonly sites: readonly SiteOf[];
}

/**
 * A checklist follows the sites of its meeting (HB-8.3): who comes has the items of its role, who goes owes nothing any
 * more. What is done, was added by hand or taken away from a unit that stays is left as it is.
 */
@Injectable()
export class SiteItemsService {
  constructor(
    private readonly types: MeetingTypesService,
    private readonly parts: PartsService,
  ) {}

  /** To be asked before the change. */
  async source(manager: EntityManager, occurrenceId: string): Promise<ItemsSource> {
    const { kind } = await meetingOf(manager, occurrenceId);
    return { kind, sites: await sitesOf(manager, occurrenceId) };
  }

  /** @param before from {@link source} */
  async follow(manager: EntityManager, occurrenceId: string, before: ItemsSource): Promise<void> {
    const meeting = await meetingOf(manager, occurrenceId);
    const sites = await sitesOf(manager, occurrenceId);
    const retyped = meeting.kind !== before.kind;
    const gone = unitsOf(before.sites, sites);
    const come = unitsOf(sites, before.sites);
    if (!retyped && gone.length + come.length === 0) return;
    const type = await this.types.of(manager, meeting.owner.path, meeting.kind);
    // As when it was made: what is urgent has no days before.
    const checklist = meeting.urgent
      ? type.checklist.map((item) => ({ ...item, daysBefore: 0 }))
      : type.checklist;
    const start = { id: occurrenceId, startsAt: meeting.startsAt.toISOString() };
    const wanted = checklistRows(start, { checklist }, meeting.owner, sites);
    await takeAway(manager, occurrenceId, wanted, retyped ? null : gone);
    const added = retyped
      ? wanted
      : wanted.filter(({ owner, unit_id }) => owner === 'unit' && come.includes(unit_id));
    await this.parts.addItems(manager, await missing(manager, occurrenceId, added));
  }
}

/** Units with a site of some role there, and none of that role here. */
function unitsOf(there: readonly SiteOf[], here: readonly SiteOf[]): string[] {
  const has = new Set(here.map(({ role, unit }) => `${role} ${unit.id}`));
  return there.filter(({ role, unit }) => !has.has(`${role} ${unit.id}`)).map(({ unit }) => unit.id);
}

async function meetingOf(manager: EntityManager, id: string): Promise<Meeting> {
  const [row] = await manager.query<
    { kind: MeetingKind; urgent: boolean; startsAt: Date; id: string; path: string[]; name: string }[]
  >(
    `SELECT kind, urgent, starts_at AS "startsAt", unit_id AS id, unit_path AS path, unit_name AS name
     FROM occurrences WHERE id = $1`,
    [id],
  );
  if (!row) throw new Error('the meeting is held and cannot be gone');
  const { kind, urgent, startsAt, ...owner } = row;
  return { kind, urgent, startsAt, owner };
}

/** Those it has and those somebody else has meanwhile: they were to prepare themselves too. */
async function sitesOf(manager: EntityManager, id: string): Promise<SiteOf[]> {
  const rows = await manager.query<
    { siteId: string; role: SiteRole; expected: number; id: string; path: string[]; name: string }[]
  >(
    `SELECT s.id AS "siteId", has.role, has.expected, s.unit_id AS id, s.unit_path AS path, s.unit_name AS name
     FROM (SELECT site_id, role, expected FROM occurrence_sites WHERE occurrence_id = $1
           UNION ALL SELECT object_id, role, expected FROM occurrence_conflicts
           WHERE occurrence_id = $1 AND kind = 'site') AS has
     JOIN sites s ON s.id = has.site_id ORDER BY s.name, s.id`,
    [id],
  );
  return rows.map(({ siteId, role, expected, ...unit }) => ({ siteId, role, expected, unit }));
}

/** Not done, from the type, and not wanted any more. @param unitIds of these units' sites only; null: all of the type's */
async function takeAway(
  manager: EntityManager,
  occurrenceId: string,
  wanted: readonly ChecklistRow[],
  unitIds: readonly string[] | null,
): Promise<void> {
  await manager.query(
    `DELETE FROM checklist_items item
     WHERE occurrence_id = $1 AND done_at IS NULL AND days_before IS NOT NULL
       AND ($2::uuid[] IS NULL OR owner = 'unit' AND unit_id = ANY ($2))
       AND NOT EXISTS (SELECT FROM jsonb_to_recordset($3::jsonb) AS w (title text, owner text, unit_id uuid)
         WHERE (w.title, w.owner, w.unit_id) = (item.title, item.owner, item.unit_id))`,
    [occurrenceId, unitIds, JSON.stringify(wanted)],
  );
}

async function missing(
  manager: EntityManager,
  occurrenceId: string,
  wanted: readonly ChecklistRow[],
): Promise<ChecklistRow[]> {
  const there = await manager.query<{ title: string; owner: string; unit_id: string }[]>(
    'SELECT title, owner, unit_id FROM checklist_items WHERE occurrence_id = $1',
    [occurrenceId],
  );
  const known = new Set(there.map(keyOf));
  return wanted.filter((row) => !known.has(keyOf(row)));
}

const keyOf = ({ title, owner, unit_id }: Pick<ChecklistRow, 'title' | 'owner' | 'unit_id'>): string =>
  `${owner} ${unit_id} ${title}`;
