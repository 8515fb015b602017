import type { Caller } from '@diemcau/contracts/core/caller';
import type { OwedAgenda, OwedAgendaItem, OwedAgendaQuery } from '@diemcau/contracts/meetings/agenda';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { preparing } from './agenda.service.js';

interface Row extends Omit<OwedAgendaItem, 'dueAt' | 'startsAt' | 'late'> {
  readonly dueAt: Date | null;
  readonly startsAt: Date;
  readonly total: number;
}

/** As {@link preparing} says, two parameters each from the third on. */
const prepared = preparing.map((_, at) => withinScope('a', 3 + 2 * at)).join(' OR ');

/** What is missing on agendas, for who owes it (HB-8.1). */
@Injectable()
export class OwedAgendaService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async owed({ limit = 50 }: OwedAgendaQuery, caller: Caller): Promise<OwedAgenda> {
    const now = this.clock.now();
    const scopes = preparing.map((permission) => scopeOf(caller, permission));
    const rows = await this.database.query<Row[]>(
      `SELECT a.id, a.title, a.unit_id AS "unitId", a.unit_name AS "unitName", a.state, a.due_at AS "dueAt",
         o.id AS "occurrenceId", o.title AS "meetingTitle", o.starts_at AS "startsAt", count(*) OVER ()::int AS total
       FROM agenda_items a JOIN occurrences o ON o.id = a.occurrence_id
       WHERE a.state IN ('assigned', 'returned') AND o.starts_at > $1
         AND o.state IN ('draft', 'pendingApproval', 'scheduled', 'checking', 'postponed') AND (${prepared})
       ORDER BY coalesce(a.due_at, o.starts_at), a.id LIMIT $2`,
      [now, limit, ...scopes.flatMap(({ exactly, below }) => [exactly, below])],
    );
    const items = rows.map(({ total: _total, dueAt, startsAt, ...row }) => ({
      ...row,
      dueAt: dueAt?.toISOString() ?? null,
      late: dueAt !== null && dueAt < now,
      startsAt: startsAt.toISOString(),
    }));
    return { items, total: rows[0]?.total ?? 0 };
  }
}
