import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { ItemKept } from '@diemcau/contracts/meetings/checks-test';
import {
  type ClosingCheck,
  closingErrors,
  type ClosingItem,
  type ClosingResult,
  type SubmitClosing,
} from '@diemcau/contracts/meetings/closing';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { answersAll, faultOf, namedItems } from '../checks/items.service.js';
import { TasksService } from '../maintenance/tasks.service.js';
import { type ClosingRow, stateOf } from './closing-row.js';
import { ClosingRowsService } from './closing-rows.service.js';

/** As a task says it: read by whoever mends it. */
const faultWords: Readonly<Record<ClosingItem, string>> = {
  working: 'Hệ thống trục trặc trong phiên họp',
  wiring: 'Dây cáp, ổ cắm, nguồn điện chưa an toàn',
  switchedOff: 'Thiết bị không tắt được đúng quy trình',
  tidy: 'Phòng, thiết bị chưa gọn, chưa sạch',
  locked: 'Cửa, cửa sổ, tủ thiết bị không khoá được',
};

/** A site is closed once after each meeting; what was found becomes maintenance tasks in the same breath (HB-9.2f). */
@Injectable()
export class ClosingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rows: ClosingRowsService,
    private readonly tasks: TasksService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async look(occurrenceId: string, siteId: string, caller: Caller): Promise<ClosingCheck> {
    const { manager } = this.database;
    return this.rows.view(manager, await this.rows.row(manager, occurrenceId, siteId, caller));
  }

  /** @throws Failure `closing.notFound`, `.notOpen`, `.done`, `.itemsMissing` */
  async submit(input: SubmitClosing, caller: Caller): Promise<ClosingCheck> {
    const { occurrenceId, siteId } = input;
    return this.database.transaction(async (manager) => {
      const row = await this.rows.row(manager, occurrenceId, siteId, caller);
      if (!row.result) await this.keep(manager, row, input, caller);
      const kept = await this.rows.row(manager, occurrenceId, siteId, caller);
      if (!isSame(kept.result, input)) throw new Failure(closingErrors.done, { occurrenceId, siteId });
      return this.rows.view(manager, kept);
    });
  }

  private async keep(
    manager: EntityManager,
    row: ClosingRow,
    { occurrenceId, siteId, items, note }: SubmitClosing,
    caller: Caller,
  ): Promise<void> {
    const now = this.clock.now();
    const state = stateOf(row, now);
    if (state !== 'open') throw new Failure(closingErrors.notOpen, { state });
    const expected = await this.rows.expected(manager, row);
    if (!answersAll(items, expected)) throw new Failure(closingErrors.itemsMissing);
    const named = namedItems(items, expected);
    const faults = named.filter(({ answer }) => answer !== 'ok');
    // Of two at once the second waits here, and finds it done.
    const [made] = await manager.query<unknown[]>(
      `INSERT INTO closing_checks (occurrence_id, site_id, items, faults, note, by_user_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (occurrence_id, site_id) DO NOTHING RETURNING site_id`,
      [
        occurrenceId,
        siteId,
        JSON.stringify(named),
        faults.length,
        note ?? null,
        caller.kind === 'user' ? caller.userId : null,
        now,
      ],
    );
    if (!made) return;
    const tasks = await this.open(manager, row, faults, caller);
    await manager.query('UPDATE closing_checks SET tasks = $3 WHERE occurrence_id = $1 AND site_id = $2', [
      occurrenceId,
      siteId,
      tasks,
    ]);
    await this.audit.record(manager, caller, {
      action: 'closing.done',
      unitId: row.siteUnitId,
      object: { kind: 'occurrence', id: occurrenceId },
      after: { siteId, faults: faults.map(({ key }) => key), tasks },
    });
  }

  /** @returns how many tasks there are more */
  private async open(
    manager: EntityManager,
    { occurrenceId, siteId }: ClosingRow,
    faults: readonly ItemKept[],
    caller: Caller,
  ): Promise<number> {
    let opened = 0;
    for (const fault of faults) {
      const { key, name } = fault;
      const isNew = await this.tasks.openFrom(manager, {
        siteId,
        deviceId: name === null ? null : key,
        what: faultOf(fault, faultWords[key as ClosingItem]),
        source: 'checklist',
        sourceId: `${occurrenceId}:${siteId}:${key}`,
        caller,
      });
      if (isNew) opened += 1;
    }
    return opened;
  }
}

const said = ({ items, note }: Pick<SubmitClosing, 'items'> & { note?: string | null }): string =>
  JSON.stringify([
    items.map(({ key, answer, note: why }) => [key, answer, why ?? null]).toSorted(),
    note ?? null,
  ]);
const isSame = (kept: ClosingResult | null, sent: SubmitClosing): boolean =>
  kept !== null && said(kept) === said(sent);
