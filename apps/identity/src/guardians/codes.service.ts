import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type GuardianCodeState,
  type GuardianSlips,
  guardiansPerCode,
  type IssueGuardianCodes,
  type RevokeGuardianCodes,
  type WithoutGuardianCode,
} from '@diemcau/contracts/identity/guardians';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { ClassPlacesService } from '../classes/class-places.service.js';
import { ClaimsService } from './claims.service.js';
import { guardianCodeDays, guardianCodeFailures, newGuardianCode } from './guardian-code.js';

interface StudentRow extends WithoutGuardianCode {
  readonly hasBirthDate: boolean;
  readonly codeUntil: Date | null;
  readonly codeUsesLeft: number;
  readonly guardians: number;
}

/** The codes that a school prints for parents, a class at a time. Kept as hashes: a new print is a new code. */
@Injectable()
export class CodesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly places: ClassPlacesService,
    private readonly claims: ClaimsService,
    private readonly audit: AuditService,
  ) {}

  /** @throws Failure `classes.notFound` */
  async of(classId: string, caller: Caller): Promise<GuardianCodeState[]> {
    return this.database.transaction(async (manager) => {
      await this.places.hold(manager, classId, 'users.secrets', caller);
      const rows = await studentsOf(manager, classId);
      return rows.map(({ hasBirthDate: _has, codeUntil, ...row }) => ({
        ...row,
        codeUntil: codeUntil?.toISOString() ?? null,
      }));
    });
  }

  /** @throws Failure `classes.notFound` */
  async issue({ classId, studentIds }: IssueGuardianCodes, caller: Caller): Promise<GuardianSlips> {
    return this.database.transaction(async (manager) => {
      const { name, unitName, unitId } = await this.places.hold(manager, classId, 'users.secrets', caller);
      const rows = (await studentsOf(manager, classId)).filter((row) =>
        studentIds ? studentIds.includes(row.studentId) : row.codeUntil === null,
      );
      const codes = rows
        .filter(({ hasBirthDate }) => hasBirthDate)
        .map(({ studentId, displayName }) => ({ studentId, displayName, code: newGuardianCode() }));
      const expiresAt = await this.keep(manager, codes);
      if (codes.length > 0) {
        const object = { kind: 'class', id: classId };
        const after = { students: codes.map(({ studentId }) => studentId) };
        await this.audit.record(manager, caller, { action: 'guardians.issueCodes', unitId, object, after });
      }
      return {
        className: name,
        unitName,
        items: codes.map((code) => ({ ...code, expiresAt: expiresAt.toISOString() })),
        withoutBirthDate: rows
          .filter(({ hasBirthDate }) => !hasBirthDate)
          .map(({ studentId, displayName }) => ({ studentId, displayName })),
      };
    });
  }

  /** @returns how many. @throws Failure `classes.notFound` */
  async revoke({ classId, studentIds }: RevokeGuardianCodes, caller: Caller): Promise<number> {
    return this.database.transaction(async (manager) => {
      const { unitId } = await this.places.hold(manager, classId, 'users.secrets', caller);
      const [revoked] = await manager.query<[{ student_id: string }[], number]>(
        `DELETE FROM guardian_codes WHERE student_id IN (SELECT user_id FROM class_members WHERE class_id = $1)
           AND ($2::uuid[] IS NULL OR student_id = ANY ($2)) RETURNING student_id`,
        [classId, studentIds ?? null],
      );
      if (revoked.length > 0) {
        const object = { kind: 'class', id: classId };
        const before = { students: revoked.map((row) => row.student_id) };
        await this.audit.record(manager, caller, { action: 'guardians.revokeCodes', unitId, object, before });
      }
      return revoked.length;
    });
  }

  private async keep(
    manager: EntityManager,
    codes: readonly { readonly studentId: string; readonly code: string }[],
  ): Promise<Date> {
    await manager.query(
      `INSERT INTO guardian_codes (student_id, hash, expires_at)
       SELECT student_id, hash, now() + make_interval(days => $3)
       FROM unnest($1::uuid[], $2::bytea[]) AS wanted (student_id, hash)
       ON CONFLICT (student_id) DO UPDATE
       SET hash = excluded.hash, issued_at = now(), expires_at = excluded.expires_at, uses = 0, failures = 0`,
      [
        codes.map(({ studentId }) => studentId),
        codes.map(({ code }) => this.claims.hashOf(code)),
        guardianCodeDays,
      ],
    );
    const [until] = await manager.query<[{ at: Date }]>('SELECT now() + make_interval(days => $1) AS at', [
      guardianCodeDays,
    ]);
    return until.at;
  }
}

/** Sorted as the class list is. */
const studentsOf = (manager: EntityManager, classId: string): Promise<StudentRow[]> =>
  manager.query<StudentRow[]>(
    `SELECT u.id AS "studentId", u.display_name AS "displayName", u.birth_date IS NOT NULL AS "hasBirthDate",
            code.expires_at AS "codeUntil", coalesce($2 - code.uses, 0) AS "codeUsesLeft",
            (SELECT count(*)::int FROM guardianships g WHERE g.student_id = u.id AND g.ended_at IS NULL) AS guardians
     FROM class_members m JOIN users u ON u.id = m.user_id
     LEFT JOIN guardian_codes code ON code.student_id = u.id AND code.expires_at > now() AND code.uses < $2
       AND code.failures < $3
     WHERE m.class_id = $1 AND u.kind = 'student' AND u.state <> 'disabled' AND u.erased_at IS NULL
     ORDER BY u.sort_name, u.id LIMIT 500`,
    [classId, guardiansPerCode, guardianCodeFailures],
  );
