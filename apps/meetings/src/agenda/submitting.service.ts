import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  agendaErrors,
  type AgendaItemStep,
  type AgendaState,
  type ReturnAgendaItem,
  type SubmitAgendaItem,
} from '@diemcau/contracts/meetings/agenda';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { AgendaRow } from './agenda-row.js';
import { AgendaService, type HeldItem, prepares } from './agenda.service.js';

/** Papers of agenda items: the unit submits, the meeting's unit approves or returns. */
@Injectable()
export class SubmittingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly agenda: AgendaService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns the meeting's id. @throws Failure `agenda.notTheUnit`, `agenda.wrongState` once it is approved */
  async submit({ itemId, version, fileIds, note }: SubmitAgendaItem, caller: Caller): Promise<string> {
    return this.database.transaction(async (manager) => {
      const item = await this.agenda.hold(manager, itemId, version, caller);
      if (!prepares(caller, item))
        throw new Failure(agendaErrors.notTheUnit, { itemId, unitId: item.unitId });
      refuse(item, ['assigned', 'submitted', 'returned']);
      await this.agenda.keepPapers(manager, item, fileIds, caller);
      await manager.query(
        `UPDATE agenda_items SET state = 'submitted', note = $2, file_ids = $3, submitted_at = $4, submitted_by = $5,
           version = version + 1 WHERE id = $1`,
        [itemId, note, fileIds, this.clock.now(), caller.kind === 'user' ? caller.userId : null],
      );
      await this.tell(manager, caller, 'agenda.submit', item, { files: fileIds.length });
      return item.occurrenceId;
    });
  }

  async approve({ itemId, version }: AgendaItemStep, caller: Caller): Promise<string> {
    return this.decide(itemId, version, 'approved', null, caller);
  }

  async giveBack({ itemId, version, note }: ReturnAgendaItem, caller: Caller): Promise<string> {
    return this.decide(itemId, version, 'returned', note, caller);
  }

  private async decide(
    itemId: string,
    version: number,
    state: 'approved' | 'returned',
    note: string | null,
    caller: Caller,
  ): Promise<string> {
    return this.database.transaction(async (manager) => {
      const item = await this.agenda.hold(manager, itemId, version, caller);
      if (!mayOn(caller, 'meetings.write', item.meeting.unitPath))
        throw new Failure(commonFailures.notAllowed);
      refuse(item, state === 'approved' ? ['submitted'] : ['submitted', 'approved']);
      await manager.query(
        'UPDATE agenda_items SET state = $2, note = coalesce($3, note), version = version + 1 WHERE id = $1',
        [itemId, state, note],
      );
      const action = state === 'approved' ? 'agenda.approve' : 'agenda.return';
      await this.tell(manager, caller, action, item, note === null ? {} : { note });
      return item.occurrenceId;
    });
  }

  private async tell(
    manager: EntityManager,
    caller: Caller,
    action: string,
    { id, occurrenceId, unitId, title }: AgendaRow,
    after: object,
  ): Promise<void> {
    await this.audit.record(manager, caller, {
      action,
      unitId,
      object: { kind: 'occurrence', id: occurrenceId },
      after: { itemId: id, title, ...after },
    });
  }
}

/** @throws Failure `agenda.wrongState`, also once the meeting is reported (I17) */
function refuse({ id, state, meeting }: HeldItem, allowed: readonly AgendaState[]): void {
  if (meeting.state === 'reported')
    throw new Failure(occurrenceErrors.reported, { occurrenceId: meeting.id });
  if (!allowed.includes(state)) throw new Failure(agendaErrors.wrongState, { itemId: id, state });
}
