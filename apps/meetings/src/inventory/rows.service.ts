import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { commonFailures } from '@diemcau/contracts/core/failure';
import type {
  InventoryRow,
  InventoryRowPage,
  InventoryRowQuery,
} from '@diemcau/contracts/meetings/inventory';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { InventoryImportsService } from './imports.service.js';

/** Rows and what is said of them are kept so long; devices stay. */
const keptDays = { checked: 1, written: 30 };

/** What becomes of each row, and the end of what nobody looks at any more. */
@Injectable()
export class InventoryRowsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly imports: InventoryImportsService,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.every('meetings.inventory.purge', '10 3 * * *', () => this.purge());
  }

  /** @throws Failure `inventory.notFound` */
  async list(query: InventoryRowQuery, caller: Caller): Promise<InventoryRowPage> {
    const { importId, outcome, limit = 50, cursor } = query;
    const found = await this.imports.find(importId, caller);
    const after = cursor === undefined ? 0 : Number(cursor);
    if (!Number.isSafeInteger(after) || after < 0 || after > 2_000_000_000) {
      throw new Failure(commonFailures.invalid, {}, [{ path: 'cursor', code: 'isCursor' }]);
    }
    const rows = await this.database.query<InventoryRow[]>(
      `SELECT row, cells, outcome, changes, faults FROM inventory_rows
       WHERE import_id = $1 AND ($2::text IS NULL OR outcome = $2) AND row > $3 ORDER BY row LIMIT $4`,
      [importId, outcome ?? null, after, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const total = outcome ? found[outcome] : found.create + found.change + found.unchanged + found.error;
    return { items, nextCursor: rows.length > limit && last ? String(last.row) : null, total };
  }

  async purge(): Promise<void> {
    const before = (days: number): Date => new Date(this.clock.now().getTime() - days * 86_400_000);
    await this.database.query(
      `DELETE FROM inventory_imports WHERE (state = 'checked' AND created_at < $1)
         OR (state = 'written' AND written_at < $2)`,
      [before(keptDays.checked), before(keptDays.written)],
    );
  }
}
