import type { Caller } from '@diemcau/contracts/core/caller';
import { mostOwed, type OwedTrial, type OwedTrials } from '@diemcau/contracts/meetings/owed';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ownUnits, totalOf } from './own-units.js';

type Row = Omit<OwedTrial, 'dueAt'> & { readonly dueAt: Date; readonly total: number };

@Injectable()
export class TrialsOwedService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller): Promise<OwedTrials> {
    const rows = await this.database.query<Row[]>(
      `SELECT w.id AS "trialId", u.unit_id AS "unitId", u.unit_name AS "unitName", w.title, w.ends_at AS "dueAt", u.state,
         (count(*) OVER ())::int AS total
       FROM trials w JOIN trial_units u ON u.trial_id = w.id
       WHERE w.state = 'open' AND w.ends_at > $1 AND u.state <> 'passed' AND u.unit_id = ANY ($2::uuid[])
       ORDER BY w.ends_at, w.id, u.unit_name LIMIT ${mostOwed}`,
      [this.clock.now(), ownUnits(caller, 'meetings.answer')],
    );
    const items = rows.map(({ total: _all, dueAt, ...row }) => ({ ...row, dueAt: dueAt.toISOString() }));
    return { items, total: totalOf(rows) };
  }
}
