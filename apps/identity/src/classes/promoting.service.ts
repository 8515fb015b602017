import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { classErrors, type PromoteClasses, type Promotion } from '@diemcau/contracts/identity/classes';
import { schoolYearAfter } from '@diemcau/contracts/identity/school-year';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { StandingService } from '../users/standing.service.js';

interface Placed {
  readonly userId: string;
  readonly placed: boolean;
}

/** Takes a whole school into the next school year. */
@Injectable()
export class PromotingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Who is in a class of the new year already stays there, so doing it again changes nothing, and takes along whoever came
   * since. The classes of the old year stay as they are.
   * @throws Failure `units.notFound`, `classes.notNextYear`, `.notFound`, `.unitClosed`
   */
  async promote(input: PromoteClasses, caller: Caller): Promise<Promotion> {
    const { unitId, from, to, classes } = input;
    if (schoolYearAfter(from) !== to) throw new Failure(classErrors.notNextYear);
    return this.database.transaction(async (manager) => {
      const place = await this.standing.place(manager, unitId, 'users.write', caller);
      if (place.state === 'closed') throw new Failure(classErrors.unitClosed, { unitId });
      await this.checkClasses(manager, input);
      const going = classes.flatMap(({ classId, name }) => (name === null ? [] : { classId, name }));
      const classesMade = await this.makeClasses(
        manager,
        unitId,
        to,
        going.map(({ name }) => name),
      );
      const students = await this.placeStudents(manager, unitId, to, going);
      const studentsPlaced = students.filter(({ placed }) => placed).length;
      const promotion = { classesMade, studentsPlaced, studentsLeft: students.length - studentsPlaced };
      if (classesMade + studentsPlaced > 0) {
        const object = { kind: 'unit', id: unitId };
        const after = { from, to, ...promotion };
        await this.audit.record(manager, caller, { action: 'classes.promote', unitId, object, after });
      }
      return promotion;
    });
  }

  private async checkClasses(
    manager: EntityManager,
    { unitId, from, classes }: PromoteClasses,
  ): Promise<void> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT id FROM classes WHERE unit_id = $1 AND school_year = $2 ORDER BY id FOR SHARE',
      [unitId, from],
    );
    const known = new Set(rows.map(({ id }) => id));
    const stranger = classes.find(({ classId }) => !known.has(classId));
    if (stranger) throw new Failure(classErrors.notFound, { classId: stranger.classId });
  }

  private async makeClasses(
    manager: EntityManager,
    unitId: string,
    schoolYear: string,
    names: readonly string[],
  ): Promise<number> {
    const made = await manager.query<unknown[]>(
      `INSERT INTO classes (id, unit_id, school_year, name, search)
       SELECT DISTINCT ON (search) gen_random_uuid(), $1::uuid, $2::text, name, search
       FROM unnest($3::text[], $4::text[]) AS wanted (name, search)
       ON CONFLICT (unit_id, school_year, search) DO NOTHING RETURNING id`,
      [unitId, schoolYear, names, names.map(folded)],
    );
    return made.length;
  }

  /** Of every student of the classes whether a place was found now. Those who left, or have a class there, are left alone. */
  private async placeStudents(
    manager: EntityManager,
    unitId: string,
    schoolYear: string,
    going: readonly { readonly classId: string; readonly name: string }[],
  ): Promise<Placed[]> {
    return manager.query<Placed[]>(
      `WITH wanted AS (
         SELECT m.user_id, next.id AS class_id,
                u.unit_id = $1 AND u.kind = 'student' AND u.state <> 'disabled' AND u.erased_at IS NULL
                AND NOT EXISTS (SELECT FROM class_members other JOIN classes c ON c.id = other.class_id
                  WHERE other.user_id = u.id AND c.unit_id = $1 AND c.school_year = $2) AS free
         FROM unnest($3::uuid[], $4::text[]) AS going (class_id, search)
         JOIN class_members m ON m.class_id = going.class_id
         JOIN users u ON u.id = m.user_id
         JOIN classes next ON next.unit_id = $1 AND next.school_year = $2 AND next.search = going.search
       ), placed AS (
         INSERT INTO class_members (class_id, user_id)
         SELECT class_id, user_id FROM wanted WHERE free ORDER BY user_id
         ON CONFLICT DO NOTHING RETURNING user_id
       )
       SELECT user_id AS "userId", user_id IN (SELECT user_id FROM placed) AS placed FROM wanted`,
      [unitId, schoolYear, going.map(({ classId }) => classId), going.map(({ name }) => folded(name))],
    );
  }
}
