import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates of people who may be put on the roster only later (HB-11.2). */
export class KnownCertificates1763864000001 implements MigrationInterface {
  readonly name = 'KnownCertificates1763864000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_certificates (
        certificate_id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users,
        course text NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        issuer text NOT NULL,
        number text NOT NULL
      )`);
    await runner.query('CREATE INDEX known_certificates_user ON known_certificates (user_id)');
    // Of people who were on the roster already; their records know the last day alone.
    await runner.query(`
      INSERT INTO known_certificates (certificate_id, user_id, course, first_day, last_day, issuer, number)
      SELECT DISTINCT ON (t.certificate_id)
             t.certificate_id, e.user_id, t.course, t.held_on, t.held_on, coalesce(t.issuer, ''), coalesce(t.certificate_no, '')
      FROM training_records t JOIN roster_entries e ON e.id = t.entry_id
      WHERE t.certificate_id IS NOT NULL AND e.user_id IS NOT NULL ORDER BY t.certificate_id, t.id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_certificates');
  }
}
