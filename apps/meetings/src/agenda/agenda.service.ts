import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { type Agenda, agendaErrors } from '@diemcau/contracts/meetings/agenda';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import type { OccurrenceRow } from '../occurrences/occurrence-row.js';
import { OccurrencesService } from '../occurrences/occurrences.service.js';
import { agendaColumns, type AgendaRow, toItem } from './agenda-row.js';

/** A point with its meeting. */
export interface HeldItem extends AgendaRow {
  readonly meeting: OccurrenceRow;
}

/** Any of these over its unit. */
export const preparing = [
  'meetings.answer',
  'meetings.write',
  'meetings.request',
] as const satisfies Permission[];

/** Prepares a point: the unit that it is assigned to. */
export const prepares = (caller: Caller, { unitPath }: Pick<AgendaRow, 'unitPath'>): boolean =>
  preparing.some((permission) => mayOn(caller, permission, unitPath));

@Injectable()
export class AgendaService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly occurrences: OccurrencesService,
    private readonly files: FilesService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `occurrences.notFound` */
  async list(occurrenceId: string, caller: Caller): Promise<Agenda> {
    const meeting = await this.occurrences.visible(caller, occurrenceId);
    const { manager } = this.database;
    const rows = await manager.query<AgendaRow[]>(
      `SELECT ${agendaColumns} FROM agenda_items a WHERE a.occurrence_id = $1 ORDER BY a.position`,
      [occurrenceId],
    );
    const files = await this.files.named(
      manager,
      rows.flatMap(({ fileIds }) => fileIds),
    );
    const now = this.clock.now();
    return {
      items: rows.map((row) => toItem(row, now, prepares(caller, row), files)),
      changeable: mayOn(caller, 'meetings.write', meeting.unitPath),
    };
  }

  /** The point, held; of a meeting that the caller sees. @throws Failure `agenda.notFound`, `.changedMeanwhile` */
  async hold(
    manager: EntityManager,
    itemId: string,
    version: number | undefined,
    caller: Caller,
  ): Promise<HeldItem> {
    const [row] = await manager.query<AgendaRow[]>(
      `SELECT ${agendaColumns} FROM agenda_items a WHERE a.id = $1 FOR NO KEY UPDATE`,
      [itemId],
    );
    if (!row) throw new Failure(agendaErrors.notFound, { itemId });
    const meeting = await this.occurrences.visible(caller, row.occurrenceId, manager).catch(() => {
      throw new Failure(agendaErrors.notFound, { itemId });
    });
    if (version !== undefined && row.version !== version) {
      throw new Failure(agendaErrors.changedMeanwhile, { itemId, version: row.version });
    }
    return { ...row, meeting };
  }

  /** The papers of a point belong to the unit that prepares it, and are seen by who sees the meeting. */
  async keepPapers(
    manager: EntityManager,
    { occurrenceId, unitPath, fileIds: before }: AgendaRow,
    fileIds: readonly string[],
    caller: Caller,
  ): Promise<void> {
    const attachment = { purpose: 'document', occurrenceId } as const;
    await this.files.replace(manager, before, fileIds, unitPath, caller, attachment);
  }

  /** The point is gone, or another unit's: nothing refers to them any more. */
  async dropPapers(manager: EntityManager, { fileIds }: AgendaRow): Promise<void> {
    await this.files.release(manager, fileIds);
  }
}
