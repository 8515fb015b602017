import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type ChildView, guardianErrors } from '@diemcau/contracts/identity/guardians';
import { schoolYearAt } from '@diemcau/contracts/identity/school-year';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { BindingService } from './binding.service.js';
import { ConsentsService } from './consents.service.js';

type ChildRow = Omit<ChildView, 'since' | 'consents'> & { readonly since: Date };

function signedIn(caller: Caller): UserCaller {
  if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
  return caller;
}

/** What guardians see and decide about their children. */
@Injectable()
export class ChildrenService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly binding: BindingService,
    private readonly consents: ConsentsService,
    private readonly audit: AuditService,
  ) {}

  async of(caller: Caller): Promise<ChildView[]> {
    const { userId } = signedIn(caller);
    const rows = await this.database.query<ChildRow[]>(
      `SELECT s.id AS "studentId", s.display_name AS "displayName", s.code, g.relation, s.unit_id AS "unitId",
              unit.name AS "unitName", g.since,
              (SELECT c.name FROM class_members m JOIN classes c ON c.id = m.class_id
               WHERE m.user_id = s.id AND c.unit_id = s.unit_id AND c.school_year = $2 LIMIT 1) AS "className"
       FROM guardianships g JOIN users s ON s.id = g.student_id JOIN units unit ON unit.id = s.unit_id
       WHERE g.guardian_id = $1 AND g.ended_at IS NULL AND s.erased_at IS NULL ORDER BY s.sort_name, s.id LIMIT 50`,
      [userId, schoolYearAt(new Date())],
    );
    const given = await this.consents.by(userId);
    return rows.map((row) => ({
      ...row,
      since: row.since.toISOString(),
      consents: (given.get(row.studentId) ?? []).slice(0, 50),
    }));
  }

  /** @throws Failure `guardians.notFound` */
  async one(studentId: string, caller: Caller): Promise<ChildView> {
    const child = (await this.of(caller)).find((known) => known.studentId === studentId);
    if (!child) throw new Failure(guardianErrors.notFound, { studentId });
    return child;
  }

  /** @throws Failure `guardians.notFound` */
  async unbind(studentId: string, caller: Caller): Promise<void> {
    const { userId } = signedIn(caller);
    const { unitId } = await this.one(studentId, caller);
    await this.database.transaction((manager) =>
      this.binding.unbind(manager, userId, studentId, unitId, caller),
    );
  }

  /** What the school then does with the data is decided by people: see the requests about personal data. */
  async withdrawConsent(studentId: string, caller: Caller): Promise<void> {
    const { userId } = signedIn(caller);
    const { unitId } = await this.one(studentId, caller);
    await this.database.transaction(async (manager) => {
      const withdrawn = await this.consents.withdraw(manager, studentId, userId);
      if (withdrawn === 0) return;
      const object = { kind: 'user', id: studentId };
      const after = { guardianId: userId };
      await this.audit.record(manager, caller, {
        action: 'guardians.withdrawConsent',
        unitId,
        object,
        after,
      });
    });
  }
}
