import type { GuardianView } from '@diemcau/contracts/identity/guardians';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { RightsService } from '../grants/rights.service.js';

type GuardianRow = Omit<GuardianView, 'since'> & { readonly since: Date };

/** Whose guardian somebody is; the role of a parent follows from it. */
@Injectable()
export class GuardianshipsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rights: RightsService,
  ) {}

  /** Of a student. */
  async of(studentId: string): Promise<GuardianView[]> {
    const rows = await this.database.query<GuardianRow[]>(
      `SELECT u.id AS "userId", u.display_name AS "displayName", g.relation, u.phone, u.email, g.since
       FROM guardianships g JOIN users u ON u.id = g.guardian_id
       WHERE g.student_id = $1 AND g.ended_at IS NULL ORDER BY g.since, g.id LIMIT 20`,
      [studentId],
    );
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  /** @returns false when it was so before */
  async begin(
    manager: EntityManager,
    guardianId: string,
    studentId: string,
    relation: string,
  ): Promise<boolean> {
    const made = await manager.query<unknown[]>(
      `INSERT INTO guardianships (id, guardian_id, student_id, relation) VALUES ($1, $2, $3, $4)
       ON CONFLICT (guardian_id, student_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
      [randomUUID(), guardianId, studentId, relation],
    );
    if (made.length > 0) await this.keepRoles(manager, [guardianId]);
    return made.length > 0;
  }

  /** @returns false when there was none */
  async end(
    manager: EntityManager,
    guardianId: string,
    studentId: string,
    by: string | null,
  ): Promise<boolean> {
    const [, ended] = await manager.query<[unknown[], number]>(
      `UPDATE guardianships SET ended_at = clock_timestamp(), ended_by = $3
       WHERE guardian_id = $1 AND student_id = $2 AND ended_at IS NULL`,
      [guardianId, studentId, by],
    );
    if (ended > 0) await this.keepRoles(manager, [guardianId]);
    return ended > 0;
  }

  /** The student belongs to another unit now. */
  async follow(manager: EntityManager, studentId: string): Promise<void> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT guardian_id AS id FROM guardianships WHERE student_id = $1 AND ended_at IS NULL',
      [studentId],
    );
    await this.keepRoles(
      manager,
      rows.map(({ id }) => id),
    );
  }

  /** A guardian is a parent in the units of the children, and in no others. */
  private async keepRoles(manager: EntityManager, guardianIds: readonly string[]): Promise<void> {
    const given = await manager.query<{ id: string }[]>(
      `INSERT INTO role_grants (id, user_id, role, unit_id, subtree)
       SELECT gen_random_uuid(), wanted.guardian_id, 'parent', wanted.unit_id, false
       FROM (SELECT DISTINCT g.guardian_id, s.unit_id FROM guardianships g JOIN users s ON s.id = g.student_id
             WHERE g.guardian_id = ANY ($1) AND g.ended_at IS NULL) wanted
       WHERE NOT EXISTS (SELECT FROM role_grants held WHERE held.user_id = wanted.guardian_id
         AND held.unit_id = wanted.unit_id AND held.role = 'parent' AND held.revoked_at IS NULL)
       RETURNING user_id AS id`,
      [guardianIds],
    );
    const [taken] = await manager.query<[{ id: string }[], number]>(
      `UPDATE role_grants held SET revoked_at = clock_timestamp()
       WHERE held.user_id = ANY ($1) AND held.role = 'parent' AND held.revoked_at IS NULL
         AND NOT EXISTS (SELECT FROM guardianships g JOIN users s ON s.id = g.student_id
           WHERE g.guardian_id = held.user_id AND g.ended_at IS NULL AND s.unit_id = held.unit_id)
       RETURNING user_id AS id`,
      [guardianIds],
    );
    await this.rights.changed(manager, [...new Set([...given, ...taken].map(({ id }) => id))]);
  }
}
