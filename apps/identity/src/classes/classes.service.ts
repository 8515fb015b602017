import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  classErrors,
  type ClassPage,
  type ClassQuery,
  type ClassView,
} from '@diemcau/contracts/identity/classes';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { StandingService } from '../users/standing.service.js';
import { classColumns, type ClassRow, classTables, sortKey, toView } from './class-rows.js';

/** Which classes there are, as far as the caller sees them. */
@Injectable()
export class ClassesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
  ) {}

  async list(query: ClassQuery, caller: Caller): Promise<ClassPage> {
    const { limit = 50, unitId = null, schoolYear = null } = query;
    const matching = `FROM ${classTables}
      WHERE ($1 OR c.unit_id = ANY ($2) OR unit.path && $3) AND ($4::uuid IS NULL OR unit.path @> ARRAY[$4::uuid])
        AND ($5::text IS NULL OR c.school_year = $5) AND c.search LIKE ALL ($6)`;
    const values = [...this.standing.reach(caller, 'users.read'), unitId, schoolYear, wordPatterns(query.q)];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<ClassRow[]>(
        `SELECT ${classColumns} ${matching} AND ($7::text IS NULL OR (${sortKey}, c.id) > ($7, $8::uuid))
         ORDER BY ${sortKey}, c.id LIMIT $9`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey: key, id }) => ({ key, id }));
    return { items: items.map(toView), nextCursor, total: count.total };
  }

  /** Also for its own students. @throws Failure `classes.notFound`, also out of the caller's scope */
  async find(classId: string, caller: Caller): Promise<ClassView> {
    const [found] = await this.database.query<(ClassRow & { path: string[]; isMember: boolean })[]>(
      `SELECT ${classColumns}, unit.path,
              EXISTS (SELECT FROM class_members m WHERE m.class_id = c.id AND m.user_id = $2) AS "isMember"
       FROM ${classTables} WHERE c.id = $1`,
      [classId, caller.kind === 'user' ? caller.userId : null],
    );
    if (!found || !(found.isMember || this.standing.allows(caller, 'users.read', found.path))) {
      throw new Failure(classErrors.notFound, { classId });
    }
    const { path: _path, isMember: _isMember, ...row } = found;
    return toView(row);
  }

  /** For whoever just changed the class. */
  async known(classId: string): Promise<ClassView> {
    return this.find(classId, { kind: 'service', name: 'identity' });
  }

  /** Those the caller is or was in, the latest first. */
  async mine(caller: Caller): Promise<ClassView[]> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    const rows = await this.database.query<ClassRow[]>(
      `SELECT ${classColumns} FROM ${classTables}
       WHERE c.id IN (SELECT class_id FROM class_members WHERE user_id = $1) ORDER BY ${sortKey} LIMIT 100`,
      [caller.userId],
    );
    return rows.map(toView);
  }
}
