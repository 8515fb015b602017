import type { EntityManager } from 'typeorm';

/** What is written: records of some entries `e` for certificates `c` of the same person. */
interface Which {
  /** SQL over `e` and `c`, with parameters from `$1`. */
  readonly where: string;
  readonly values: readonly unknown[];
}

/**
 * Writes the training records that follow from certificates (HB-11.2): what was held while somebody was on the roster, or
 * before. What was written by hand for the same course and day stays the one record.
 * @returns ids of the entries that have a record more
 */
export async function recordCertified(manager: EntityManager, { where, values }: Which): Promise<string[]> {
  const entries = await manager.query<{ id: string }[]>(
    `INSERT INTO training_records (id, entry_id, course, held_on, issuer, certificate_no, certificate_id)
     SELECT gen_random_uuid(), e.id, c.course, c.last_day, nullif(c.issuer, ''), nullif(c.number, ''), c.certificate_id
     FROM roster_entries e JOIN known_certificates c ON c.user_id = e.user_id
     WHERE ${where} AND (e.until IS NULL OR e.until >= c.first_day) AND NOT EXISTS (
       SELECT FROM training_records same
       WHERE same.entry_id = e.id AND same.course = c.course AND same.held_on = c.last_day)
     RETURNING entry_id AS id`,
    [...values],
  );
  return entries.map(({ id }) => id);
}

/**
 * Held until the transaction ends: whoever notes a certificate and whoever puts its holder on the roster wait for each other,
 * so that one of the two sees both.
 * @returns whether there is such a person
 */
export async function holdPerson(manager: EntityManager, userId: string): Promise<boolean> {
  const [person] = await manager.query<unknown[]>('SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE', [
    userId,
  ]);
  return person !== undefined;
}
