import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a kind of equipment is to a meeting, so that a site whose last camera is broken fails its check (HB-8.3). */
export class VitalParts1763770900002 implements MigrationInterface {
  readonly name = 'VitalParts1763770900002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE catalogue_items ADD serves text[] NOT NULL DEFAULT '{}'
        CHECK (serves <@ ARRAY['camera', 'microphone', 'loudspeaker'])`);
    // What every province began with; its own items it tells itself.
    await runner.query(`
      UPDATE catalogue_items i SET serves = v.serves
      FROM (VALUES ('webcam', ARRAY['camera']), ('ptz-camera', ARRAY['camera']),
                   ('wireless-microphone', ARRAY['microphone']), ('conference-microphone', ARRAY['microphone']),
                   ('loudspeaker', ARRAY['loudspeaker']), ('speakerphone', ARRAY['microphone', 'loudspeaker']))
        AS v (key, serves) WHERE v.key = i.key`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE catalogue_items DROP serves');
  }
}
