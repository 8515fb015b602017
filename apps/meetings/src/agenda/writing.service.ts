import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type AddAgendaItem,
  agendaErrors,
  type ChangeAgendaItem,
  type OrderAgenda,
} from '@diemcau/contracts/meetings/agenda';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { UnitOf } from '../occurrences/made-rows.js';
import { OwnersService } from '../occurrences/owners.service.js';
import { PreparedMeetingsService } from '../occurrences/prepared-meetings.service.js';
import { AgendaService } from './agenda.service.js';

const most = 50;

/** What is on an agenda: officers of the meeting's unit say so. */
@Injectable()
export class AgendaWritingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly meetings: PreparedMeetingsService,
    private readonly agenda: AgendaService,
    private readonly owners: OwnersService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `agenda.tooMany`, `occurrences.noSuchUnit`, `occurrences.live`, `.reported` */
  async add({ occurrenceId, title, minutes, unitId, dueAt }: AddAgendaItem, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const meeting = await this.meetings.keeping(manager, occurrenceId, caller);
      const owner = { id: meeting.unitId, path: meeting.unitPath, name: meeting.unitName };
      const unit = await this.unitOf(unitId, owner);
      const [{ count, last }] = await manager.query<[{ count: number; last: number }]>(
        `SELECT count(*)::int AS count, coalesce(max(position), 0) AS last FROM agenda_items WHERE occurrence_id = $1`,
        [occurrenceId],
      );
      if (count >= most) throw new Failure(agendaErrors.tooMany);
      await manager.query(
        `INSERT INTO agenda_items (id, occurrence_id, position, title, minutes, unit_id, unit_path, unit_name, due_at,
           starts_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          randomUUID(),
          occurrenceId,
          last + 1,
          title,
          minutes,
          unit.id,
          unit.path,
          unit.name,
          dueAt,
          meeting.startsAt,
        ],
      );
      await this.meetings.changed(manager, meeting);
      await this.note(manager, caller, 'agenda.add', meeting, { title, unitId: unit.id });
    });
  }

  /** Another unit prepares it from the beginning: what was submitted is gone. */
  async change(
    { itemId, version, title, minutes, unitId, dueAt }: ChangeAgendaItem,
    caller: Caller,
  ): Promise<string> {
    return this.database.transaction(async (manager) => {
      const item = await this.agenda.hold(manager, itemId, version, caller);
      const meeting = await this.meetings.keeping(manager, item.occurrenceId, caller);
      const owner = { id: meeting.unitId, path: meeting.unitPath, name: meeting.unitName };
      const unit =
        unitId === undefined
          ? { id: item.unitId, path: item.unitPath, name: item.unitName }
          : await this.unitOf(unitId, owner);
      const anew = unit.id !== item.unitId;
      await manager.query(
        `UPDATE agenda_items SET title = $2, minutes = $3, unit_id = $4, unit_path = $5, unit_name = $6, due_at = $7,
           state = CASE WHEN $8 THEN 'assigned' ELSE state END, note = CASE WHEN $8 THEN NULL ELSE note END,
           file_ids = CASE WHEN $8 THEN '{}' ELSE file_ids END,
           submitted_at = CASE WHEN $8 THEN NULL ELSE submitted_at END,
           submitted_by = CASE WHEN $8 THEN NULL ELSE submitted_by END, version = version + 1 WHERE id = $1`,
        [
          itemId,
          title ?? item.title,
          minutes ?? item.minutes,
          unit.id,
          unit.path,
          unit.name,
          dueAt === undefined ? item.dueAt : dueAt,
          anew,
        ],
      );
      if (anew) await this.agenda.dropPapers(manager, item);
      await this.meetings.changed(manager, meeting);
      await this.note(manager, caller, 'agenda.change', meeting, { itemId, title: title ?? item.title });
      return meeting.id;
    });
  }

  /** The last point of a scheduled meeting stays (I13). */
  async remove(itemId: string, caller: Caller): Promise<string> {
    return this.database.transaction(async (manager) => {
      const item = await this.agenda.hold(manager, itemId, undefined, caller);
      const meeting = await this.meetings.keeping(manager, item.occurrenceId, caller);
      await manager.query('DELETE FROM agenda_items WHERE id = $1', [itemId]);
      await this.agenda.dropPapers(manager, item);
      await this.meetings.changed(manager, meeting);
      await this.note(manager, caller, 'agenda.remove', meeting, { itemId, title: item.title });
      return meeting.id;
    });
  }

  /** @throws Failure `agenda.otherItems` unless they are all of them */
  async order({ occurrenceId, itemIds }: OrderAgenda, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const meeting = await this.meetings.keeping(manager, occurrenceId, caller);
      const [, count] = (await manager.query(
        `UPDATE agenda_items a SET position = w.position FROM unnest($2::uuid[]) WITH ORDINALITY AS w (id, position)
         WHERE a.occurrence_id = $1 AND a.id = w.id`,
        [occurrenceId, itemIds],
      )) as [unknown, number];
      const [{ all }] = await manager.query<[{ all: number }]>(
        'SELECT count(*)::int AS "all" FROM agenda_items WHERE occurrence_id = $1',
        [occurrenceId],
      );
      if (count !== itemIds.length || all !== itemIds.length) throw new Failure(agendaErrors.otherItems);
      await this.note(manager, caller, 'agenda.order', meeting, { items: all });
    });
  }

  private async unitOf(unitId: string | null, owner: UnitOf): Promise<UnitOf> {
    if (unitId === null) return owner;
    return (await this.owners.unitsOf(owner.path[0], [unitId])).get(unitId) ?? owner;
  }

  private async note(
    manager: EntityManager,
    caller: Caller,
    action: string,
    { id, unitId }: { readonly id: string; readonly unitId: string },
    after: object,
  ): Promise<void> {
    await this.audit.record(manager, caller, { action, unitId, object: { kind: 'occurrence', id }, after });
  }
}
