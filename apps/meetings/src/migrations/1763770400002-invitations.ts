import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Invitations1763770400002 implements MigrationInterface {
  readonly name = 'Invitations1763770400002';

  async up(runner: QueryRunner): Promise<void> {
    // What calendars were told of a meeting: they know it by this, whatever becomes of its series.
    await runner.query(`
      CREATE TABLE invited_meetings (
        occurrence_id uuid PRIMARY KEY REFERENCES occurrences ON DELETE CASCADE,
        uid text NOT NULL,
        -- RECURRENCE-ID: when it would have begun by its series' rule, as it was when it was first told
        recurrence_at timestamptz,
        sequence int NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        -- what else invitations tell
        told text NOT NULL,
        -- of the occurrence, when invitations last followed it
        version int NOT NULL,
        revoked boolean NOT NULL DEFAULT false,
        changed_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX invited_meetings_ends ON invited_meetings (ends_at)');
    await runner.query(`
      CREATE TABLE invitations (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        occurrence_id uuid NOT NULL REFERENCES invited_meetings ON DELETE CASCADE,
        site_id uuid REFERENCES sites,
        site_role text CHECK (site_role IN ('main', 'standby', 'member')),
        user_id uuid,
        invited_as text CHECK (invited_as IN ('chair', 'director', 'secretary', 'invited', 'delegate')),
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'viewed', 'accepted', 'declined',
          'delegated', 'revoked')),
        -- revoked because the meeting does not take place: if it does after all, they are invited again
        revoked_with_meeting boolean NOT NULL DEFAULT false,
        -- rises when the answer is asked for anew (I15)
        round int NOT NULL DEFAULT 1,
        reason text,
        delegate_id uuid,
        delegated_from uuid REFERENCES invitations ON DELETE CASCADE,
        -- null for an answer by a mail's link without a sign-in
        answered_by uuid,
        sent_at timestamptz(3),
        viewed_at timestamptz(3),
        answered_at timestamptz(3),
        -- rises with all that is to be told; told once it is as high
        revision int NOT NULL DEFAULT 1,
        told_revision int NOT NULL DEFAULT 0,
        UNIQUE (occurrence_id, site_id),
        UNIQUE (occurrence_id, user_id),
        CHECK (num_nonnulls(site_id, user_id) = 1),
        CHECK ((site_id IS NULL) = (site_role IS NULL)),
        CHECK ((user_id IS NULL) = (invited_as IS NULL)),
        CHECK ((state = 'delegated') = (delegate_id IS NOT NULL)),
        CHECK ((invited_as IS NOT DISTINCT FROM 'delegate') = (delegated_from IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX invitations_user ON invitations (user_id)');
    await runner.query('CREATE INDEX invitations_site ON invitations (site_id)');
    await runner.query('CREATE INDEX invitations_delegated ON invitations (delegated_from)');
    await runner.query(
      'CREATE INDEX invitations_to_tell ON invitations (occurrence_id) WHERE revision > told_revision',
    );
    await runner.query(`
      CREATE TABLE invitation_recipients (
        invitation_id uuid NOT NULL REFERENCES invitations ON DELETE CASCADE,
        user_id uuid NOT NULL,
        -- was told that the invitation is over
        cancelled boolean NOT NULL DEFAULT false,
        PRIMARY KEY (invitation_id, user_id)
      )`);
    await runner.query('CREATE INDEX invitation_recipients_user ON invitation_recipients (user_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE invitation_recipients, invitations, invited_meetings');
  }
}
