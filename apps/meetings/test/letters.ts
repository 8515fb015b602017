import { SecretBox } from '@diemcau/service/secrets/secret-box';
import type { TestBed } from '@diemcau/testing/service';
import { purposeOf } from '../src/mails/mails.service.js';

interface Row {
  readonly id: string;
  readonly userId: string;
  readonly sealed: Buffer;
}
export interface ReadLetter {
  readonly userId: string;
  readonly subject: string;
  readonly text: string;
}

/** Letters that were written, opened, by their readers. @param keys of `outgoing_mails`, as LIKE has it */
export async function lettersOf(bed: TestBed, keys: string): Promise<ReadLetter[]> {
  const rows = await bed.sql<Row>(
    `SELECT id, user_id AS "userId", sealed FROM meetings.outgoing_mails WHERE key LIKE $1 ORDER BY user_id`,
    [keys],
  );
  const box = bed.part(SecretBox);
  return rows.map(({ id, userId, sealed }) => {
    const opened = JSON.parse(box.open(purposeOf(id), sealed)) as Omit<ReadLetter, 'userId'>;
    return { userId, subject: opened.subject, text: opened.text };
  });
}

/** A role as identity keeps it: letters go to those who hold it there. */
export async function granted(bed: TestBed, userId: string, role: string, unitId: string): Promise<void> {
  await bed.sql(
    `INSERT INTO identity.role_grants (id, user_id, role, unit_id, subtree, valid_from)
     VALUES (gen_random_uuid(), $1, $2, $3, true, '2020-01-01')`,
    [userId, role, unitId],
  );
}
