import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type Preparation,
  checklistErrors,
  type MarkChecklistItem,
} from '@diemcau/contracts/meetings/checklists';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { OccurrencesService } from '../occurrences/occurrences.service.js';
import { OwnersService } from '../occurrences/owners.service.js';
import { itemColumns, type ItemRow, owes, peopleOf, toItem } from './item-row.js';

/** What must be done before a meeting (HB-8.1 … HB-8.3). */
@Injectable()
export class ChecklistsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly occurrences: OccurrencesService,
    private readonly owners: OwnersService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `occurrences.notFound` */
  async list(occurrenceId: string, caller: Caller): Promise<Preparation> {
    const meeting = await this.occurrences.visible(caller, occurrenceId);
    const rows = await this.database.query<ItemRow[]>(
      `SELECT ${itemColumns} FROM checklist_items i JOIN occurrences o ON o.id = i.occurrence_id
       WHERE i.occurrence_id = $1 ORDER BY i.due_at, i.title, i.unit_name, i.id LIMIT 3000`,
      [occurrenceId],
    );
    const now = this.clock.now();
    const names = await this.owners.names(peopleOf(rows));
    return {
      items: rows.map((row) => toItem(row, names, now, caller)),
      changeable: mayOn(caller, 'meetings.write', meeting.unitPath),
    };
  }

  /** Marked twice it stays as it was first. @returns the meeting's id. @throws Failure `checklists.notOwed` */
  async mark({ itemId, done }: MarkChecklistItem, caller: Caller): Promise<string> {
    return this.database.transaction(async (manager) => {
      const item = await this.hold(manager, itemId, caller);
      if (!owes(item, caller)) throw new Failure(checklistErrors.notOwed, { itemId });
      if ((item.doneAt !== null) === done) return item.occurrenceId;
      await manager.query('UPDATE checklist_items SET done_at = $2, done_by = $3 WHERE id = $1', [
        itemId,
        done ? this.clock.now() : null,
        done && caller.kind === 'user' ? caller.userId : null,
      ]);
      await this.audit.record(manager, caller, {
        action: done ? 'checklists.done' : 'checklists.undone',
        unitId: item.unitId,
        object: { kind: 'occurrence', id: item.occurrenceId },
        after: { itemId, title: item.title },
      });
      return item.occurrenceId;
    });
  }

  /** The item, held; of a meeting that the caller sees. @throws Failure `checklists.notFound`, `occurrences.reported` */
  async hold(manager: EntityManager, itemId: string, caller: Caller): Promise<ItemRow> {
    const [item] = await manager.query<ItemRow[]>(
      `SELECT ${itemColumns} FROM checklist_items i JOIN occurrences o ON o.id = i.occurrence_id
       WHERE i.id = $1 FOR NO KEY UPDATE OF i`,
      [itemId],
    );
    const missing = new Failure(checklistErrors.notFound, { itemId });
    if (!item) throw missing;
    const { state } = await this.occurrences.visible(caller, item.occurrenceId, manager).catch(() => {
      throw missing;
    });
    if (state === 'reported')
      throw new Failure(occurrenceErrors.reported, { occurrenceId: item.occurrenceId });
    return item;
  }
}
