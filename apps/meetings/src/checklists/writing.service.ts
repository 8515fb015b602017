import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type AddChecklistItem,
  type ChangeChecklistItem,
  checklistErrors,
} from '@diemcau/contracts/meetings/checklists';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { OwnersService } from '../occurrences/owners.service.js';
import { PreparedMeetingsService } from '../occurrences/prepared-meetings.service.js';
import { ChecklistsService } from './checklists.service.js';

/** What is on a checklist: officers of the meeting's unit say so. */
@Injectable()
export class ChecklistWritingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly checklists: ChecklistsService,
    private readonly meetings: PreparedMeetingsService,
    private readonly owners: OwnersService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `checklists.badOwner`, `occurrences.noSuchUnit`, `occurrences.noSuchPerson` */
  async add(input: AddChecklistItem, caller: Caller): Promise<void> {
    const { occurrenceId, title, owner, unitId, userId, dueAt } = input;
    if ((owner === 'unit') !== (unitId !== null) || (owner === 'person') !== (userId !== null)) {
      throw new Failure(checklistErrors.badOwner, { owner });
    }
    await this.database.transaction(async (manager) => {
      const meeting = await this.meetings.keeping(manager, occurrenceId, caller);
      const [province] = meeting.unitPath;
      const own = { id: meeting.unitId, path: meeting.unitPath, name: meeting.unitName };
      const units = await this.owners.unitsOf(province, unitId === null ? [] : [unitId]);
      await this.owners.refuseStrangers(province, userId === null ? [] : [userId]);
      const unit = unitId === null ? own : (units.get(unitId) ?? own);
      const id = randomUUID();
      await manager.query(
        `INSERT INTO checklist_items (id, occurrence_id, title, owner, unit_id, unit_path, unit_name, user_id, due_at,
           starts_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, occurrenceId, title, owner, unit.id, unit.path, unit.name, userId, dueAt, meeting.startsAt],
      );
      await this.note(manager, caller, 'checklists.add', meeting, { itemId: id, title });
    });
  }

  async change({ itemId, title, dueAt }: ChangeChecklistItem, caller: Caller): Promise<string> {
    return this.database.transaction(async (manager) => {
      const item = await this.checklists.hold(manager, itemId, caller);
      const meeting = await this.meetings.keeping(manager, item.occurrenceId, caller);
      const after = { title: title ?? item.title, dueAt: dueAt ?? item.dueAt.toISOString() };
      await manager.query('UPDATE checklist_items SET title = $2, due_at = $3 WHERE id = $1', [
        itemId,
        after.title,
        after.dueAt,
      ]);
      await this.note(manager, caller, 'checklists.change', meeting, { itemId, ...after });
      return meeting.id;
    });
  }

  async remove(itemId: string, caller: Caller): Promise<string> {
    return this.database.transaction(async (manager) => {
      const item = await this.checklists.hold(manager, itemId, caller);
      const meeting = await this.meetings.keeping(manager, item.occurrenceId, caller);
      await manager.query('DELETE FROM checklist_items WHERE id = $1', [itemId]);
      await this.note(manager, caller, 'checklists.remove', meeting, { itemId, title: item.title });
      return meeting.id;
    });
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
