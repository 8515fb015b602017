import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type ClassDifference,
  classErrors,
  type ClassMembers,
  type ClassStudent,
  type MoveStudent,
  type PutMembers,
} from '@diemcau/contracts/identity/classes';
import { UserFacts } from '@diemcau/contracts/identity/users';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { ClassPlacesService, type HeldClass } from './class-places.service.js';

/** Who is in which class. Coming into one leaves the other of the same unit and year: the database sees to it. */
@Injectable()
export class MembersService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly places: ClassPlacesService,
    private readonly audit: AuditService,
    private readonly facts: Facts,
  ) {}

  /** What {@link put} would do. @throws Failure `classes.notFound`, `.notStudents` */
  async compare({ classId, studentIds }: ClassMembers, caller: Caller): Promise<ClassDifference> {
    return this.database.transaction(async (manager) => {
      const held = await this.places.hold(manager, classId, 'users.write', caller);
      return difference(manager, held, studentIds);
    });
  }

  /** @throws Failure `classes.notFound`, `.notStudents`, `.changedMeanwhile` */
  async put({ classId, version, studentIds }: PutMembers, caller: Caller): Promise<ClassDifference> {
    return this.database.transaction(async (manager) => {
      const held = await this.places.hold(manager, classId, 'users.write', caller);
      if (held.version !== version)
        throw new Failure(classErrors.changedMeanwhile, { version: held.version });
      const changes = await difference(manager, held, studentIds);
      await this.write(manager, held, changes, caller);
      const { version: now } = await this.places.hold(manager, classId, 'users.write', caller);
      return { ...changes, version: now };
    });
  }

  /** Who is in the class already stays. @throws Failure `classes.notFound`, `.notStudents` */
  async moveStudent({ classId, studentId }: MoveStudent, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const held = await this.places.hold(manager, classId, 'users.write', caller);
      const [there] = await manager.query<unknown[]>(
        'SELECT FROM class_members WHERE class_id = $1 AND user_id = $2',
        [classId, studentId],
      );
      if (there) return;
      await this.write(manager, held, { come: await newcomers(manager, held, [studentId]), go: [] }, caller);
    });
  }

  private async write(
    manager: EntityManager,
    { id, unitId }: HeldClass,
    { come, go }: Pick<ClassDifference, 'come' | 'go'>,
    caller: Caller,
  ): Promise<void> {
    const [coming, going] = [come, go].map((students) => students.map((student) => student.id).sort());
    const userIds = [...(coming ?? []), ...(going ?? [])];
    if (userIds.length === 0) return;
    await manager.query('DELETE FROM class_members WHERE class_id = $1 AND user_id = ANY ($2)', [id, going]);
    await manager.query('INSERT INTO class_members (class_id, user_id) SELECT $1, unnest($2::uuid[])', [
      id,
      coming,
    ]);
    const object = { kind: 'class', id };
    const after = { come: coming, go: going };
    await this.audit.record(manager, caller, { action: 'classes.members', unitId, object, after });
    for (let at = 0; at < userIds.length; at += 1000) {
      await this.facts.record(manager, UserFacts.changed, { userIds: userIds.slice(at, at + 1000) });
    }
  }
}

async function difference(
  manager: EntityManager,
  held: HeldClass,
  studentIds: readonly string[],
): Promise<ClassDifference> {
  const members = await manager.query<ClassStudent[]>(
    `SELECT u.id, u.display_name AS "displayName", u.code, NULL AS "from"
     FROM class_members m JOIN users u ON u.id = m.user_id WHERE m.class_id = $1 ORDER BY u.sort_name, u.id`,
    [held.id],
  );
  const [are, wanted] = [new Set(members.map(({ id }) => id)), new Set(studentIds)];
  const come = await newcomers(
    manager,
    held,
    studentIds.filter((id) => !are.has(id)),
  );
  const go = members.filter(({ id }) => !wanted.has(id));
  return { version: held.version, come, go, stay: members.length - go.length };
}

/** @throws Failure `classes.notStudents` */
async function newcomers(
  manager: EntityManager,
  { unitId, schoolYear }: HeldClass,
  studentIds: readonly string[],
): Promise<ClassStudent[]> {
  const students = await manager.query<ClassStudent[]>(
    `SELECT u.id, u.display_name AS "displayName", u.code,
            (SELECT c.name FROM class_members m JOIN classes c ON c.id = m.class_id
             WHERE m.user_id = u.id AND c.unit_id = $2 AND c.school_year = $3 LIMIT 1) AS "from"
     FROM users u WHERE u.id = ANY ($1) AND u.unit_id = $2 AND u.kind = 'student' AND u.state <> 'disabled'
       AND u.erased_at IS NULL ORDER BY u.sort_name, u.id`,
    [studentIds, unitId, schoolYear],
  );
  const found = new Set(students.map(({ id }) => id));
  const missing = studentIds.filter((id) => !found.has(id));
  if (missing.length > 0) throw new Failure(classErrors.notStudents, { studentIds: missing });
  return students;
}
