import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is to answer is told when a review opens, and once more before the deadline (HB-10.2). */
export class ReviewLetters1763785000003 implements MigrationInterface {
  readonly name = 'ReviewLetters1763785000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review_answers ADD opening_told_at timestamptz, ADD reminded_for date');
    // Reviews that are open already were told of by other ways.
    await runner.query('UPDATE review_answers SET opening_told_at = now()');
    await runner.query(
      `CREATE INDEX review_answers_untold ON review_answers (review_id) WHERE opening_told_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX review_answers_untold');
    await runner.query('ALTER TABLE review_answers DROP opening_told_at, DROP reminded_for');
  }
}
