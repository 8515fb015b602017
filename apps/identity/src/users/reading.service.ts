import type { Caller } from '@diemcau/contracts/core/caller';
import { schoolYearAt } from '@diemcau/contracts/identity/school-year';
import type { UserLines, UserPage } from '@diemcau/contracts/identity/user-views';
import type { userOrders, UserQuery } from '@diemcau/contracts/identity/users';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { StandingService } from './standing.service.js';
import { matchingUsers, toLine, toView, userColumns, type UserRow } from './user-rows.js';

/** Short enough for a cursor to hold it. */
const unitKey = 'left(unit.search, 120)';

const sortKeys: Readonly<Record<(typeof userOrders)[number], string>> = {
  name: 'u.sort_name',
  '-name': 'u.sort_name',
  userName: 'u.user_name',
  '-userName': 'u.user_name',
  unit: unitKey,
  '-unit': unitKey,
};

/** Lists of people, as far as the caller sees them; sorted as Vietnamese lists are. */
@Injectable()
export class ReadingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly audit: AuditService,
  ) {}

  async list(query: UserQuery, caller: Caller): Promise<UserPage> {
    const [matching, values] = matchingUsers(this.standing.reach(caller, 'users.read'), query);
    const [[count], { items, nextCursor }] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.page(query, caller),
    ]);
    return { items: items.map(toView), nextCursor, total: count.total };
  }

  /** Who took a list of people out of the system is noted once, with the first page. */
  async export(query: UserQuery, caller: Caller): Promise<UserLines> {
    const { items, nextCursor } = await this.page(query, caller);
    if (query.cursor === undefined) await this.noteExport(query, caller);
    return { items: items.map(toLine), nextCursor };
  }

  private async page(query: UserQuery, caller: Caller) {
    const { limit = 50, sort = 'name' } = query;
    const [beyond, direction] = sort.startsWith('-') ? ['<', 'DESC'] : ['>', 'ASC'];
    const key = sortKeys[sort];
    const [matching, values] = matchingUsers(this.standing.reach(caller, 'users.read'), query);
    const after = positionOf(query.cursor);
    const rows = await this.database.query<(UserRow & { sortKey: string })[]>(
      `SELECT ${userColumns('$10')}, ${key} AS "sortKey" ${matching}
         AND ($11::text IS NULL OR (${key}, u.id) ${beyond} ($11, $12::uuid))
       ORDER BY ${key} ${direction}, u.id ${direction} LIMIT $13`,
      [...values, schoolYearAt(new Date()), after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey, id }) => ({ key: sortKey, id }));
    return { items: items.map(({ sortKey: _sortKey, ...row }): UserRow => row), nextCursor };
  }

  private async noteExport(query: UserQuery, caller: Caller): Promise<void> {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    const [, units] = this.standing.reach(caller, 'users.read');
    const unitId = filter.unitId ?? units[0] ?? null;
    const object = { kind: 'users', id: unitId ?? 'all' };
    await this.audit.record(this.database.manager, caller, {
      action: 'users.export',
      unitId,
      object,
      after: filter,
    });
  }
}
