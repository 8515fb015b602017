import type { MeetingType } from '@diemcau/contracts/meetings/meeting-types';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type AgendaRow,
  agendaRows,
  type ChecklistRow,
  checklistRows,
  type NewMeeting,
  type SiteOf,
  type UnitOf,
} from './made-rows.js';
import { OwnersService } from './owners.service.js';

const unitColumns = 'unit_id uuid, unit_path uuid[], unit_name text';

/** Agenda and checklist of new meetings, many at once. */
@Injectable()
export class PartsService {
  constructor(private readonly owners: OwnersService) {}

  /** What a series gives to its meetings. */
  async ofTemplate(
    manager: EntityManager,
    meetings: readonly NewMeeting[],
    { agenda }: Pick<SeriesTemplate, 'agenda'>,
    owner: UnitOf,
  ): Promise<void> {
    const unitIds = agenda.flatMap(({ unitId }) => (unitId === null || unitId === owner.id ? [] : [unitId]));
    const known = await this.owners.known(unitIds);
    const unitOf = (id: string | null): UnitOf => (id === null ? owner : (known.get(id) ?? owner));
    await this.agenda(
      manager,
      meetings.flatMap((meeting) => agendaRows(meeting, agenda, unitOf)),
    );
  }

  async agenda(manager: EntityManager, rows: readonly AgendaRow[]): Promise<void> {
    if (rows.length === 0) return;
    await manager.query(
      `INSERT INTO agenda_items (id, occurrence_id, position, title, minutes, unit_id, unit_path, unit_name, due_at,
         starts_at)
       SELECT row.id, occurrence_id, position, row.title, minutes, row.unit_id, row.unit_path, row.unit_name, due_at, o.starts_at
       FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, occurrence_id uuid, position int, title text, minutes int,
         ${unitColumns}, due_at timestamptz) JOIN occurrences o ON o.id = row.occurrence_id`,
      [JSON.stringify(rows)],
    );
  }

  /** @param sitesOf each meeting's booked ones */
  async checklist(
    manager: EntityManager,
    meetings: readonly NewMeeting[],
    type: Pick<MeetingType, 'checklist'>,
    owner: UnitOf,
    sitesOf: (meetingId: string) => readonly SiteOf[],
  ): Promise<void> {
    await this.addItems(
      manager,
      meetings.flatMap((meeting) => checklistRows(meeting, type, owner, sitesOf(meeting.id))),
    );
  }

  async addItems(manager: EntityManager, rows: readonly ChecklistRow[]): Promise<void> {
    if (rows.length === 0) return;
    await manager.query(
      `INSERT INTO checklist_items (id, occurrence_id, title, owner, unit_id, unit_path, unit_name, due_at, days_before,
         starts_at)
       SELECT row.id, occurrence_id, row.title, owner, row.unit_id, row.unit_path, row.unit_name, due_at, days_before,
         o.starts_at
       FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, occurrence_id uuid, title text, owner text, ${unitColumns},
         due_at timestamptz, days_before int) JOIN occurrences o ON o.id = row.occurrence_id`,
      [JSON.stringify(rows)],
    );
  }
}
