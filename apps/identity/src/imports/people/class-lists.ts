import { folded } from '@diemcau/contracts/core/folded';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** A student's place in a class of a school year. */
export interface Enrolment {
  readonly userId: string;
  readonly unitId: string;
  readonly schoolYear: string;
  readonly className: string;
  /** Was made just now, and so is in no other class. */
  readonly isNew: boolean;
}

/** The class each student is in, by `userId schoolYear`. */
export async function classesOf(
  manager: EntityManager,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await manager.query<{ userId: string; schoolYear: string; name: string }[]>(
    `SELECT m.user_id AS "userId", c.school_year AS "schoolYear", c.name
     FROM class_members m JOIN classes c ON c.id = m.class_id WHERE m.user_id = ANY ($1)`,
    [userIds],
  );
  return new Map(rows.map(({ userId, schoolYear, name }) => [`${userId} ${schoolYear}`, name]));
}

/** Puts students into their classes, makes those that are missing, and takes them out of others of the same year. */
export async function enrol(manager: EntityManager, enrolments: readonly Enrolment[]): Promise<void> {
  if (enrolments.length === 0) return;
  const classes = await ensureClasses(manager, enrolments);
  const pairs = enrolments.map((enrolment) => ({
    userId: enrolment.userId,
    classId: classes.get(keyOf(enrolment)) ?? '',
    schoolYear: enrolment.schoolYear,
  }));
  const values = [
    pairs.map(({ userId }) => userId),
    pairs.map(({ classId }) => classId),
    pairs.map(({ schoolYear }) => schoolYear),
  ];
  if (enrolments.some(({ isNew }) => !isNew))
    await manager.query(
      `DELETE FROM class_members m USING classes c, unnest($1::uuid[], $2::uuid[], $3::text[]) AS of (user_id, class_id, year)
     WHERE m.user_id = of.user_id AND c.id = m.class_id AND c.school_year = of.year AND m.class_id <> of.class_id`,
      values,
    );
  await manager.query(
    `INSERT INTO class_members (class_id, user_id) SELECT * FROM unnest($2::uuid[], $1::uuid[]) ON CONFLICT DO NOTHING`,
    values.slice(0, 2),
  );
}

const keyOf = ({ unitId, schoolYear, className }: Omit<Enrolment, 'userId' | 'isNew'>): string =>
  JSON.stringify([unitId, schoolYear, folded(className)]);

/** Ids of the classes, by {@link keyOf}. */
async function ensureClasses(
  manager: EntityManager,
  enrolments: readonly Enrolment[],
): Promise<Map<string, string>> {
  const wanted = [...new Map(enrolments.map((enrolment) => [keyOf(enrolment), enrolment])).entries()]
    // In the same order in every transaction, so that two that make the same classes do not wait for each other in a circle.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, enrolment]) => enrolment);
  const values = [
    wanted.map(({ unitId }) => unitId),
    wanted.map(({ schoolYear }) => schoolYear),
    wanted.map(({ className }) => folded(className)),
  ];
  await manager.query(
    `INSERT INTO classes (id, unit_id, school_year, search, name)
     SELECT * FROM unnest($4::uuid[], $1::uuid[], $2::text[], $3::text[], $5::text[]) ON CONFLICT DO NOTHING`,
    [...values, wanted.map(() => randomUUID()), wanted.map(({ className }) => className)],
  );
  const rows = await manager.query<{ id: string; unitId: string; schoolYear: string; className: string }[]>(
    `SELECT id, unit_id AS "unitId", school_year AS "schoolYear", search AS "className" FROM classes
     WHERE (unit_id, school_year, search) IN (SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[]))`,
    values,
  );
  return new Map(rows.map((row) => [keyOf(row), row.id]));
}
