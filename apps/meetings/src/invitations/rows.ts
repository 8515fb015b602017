import type { InvitedAs } from '@diemcau/contracts/meetings/invitations';
import type { EntityManager } from 'typeorm';

/** Who holds an office of the meeting. */
export type Office = readonly [userId: string | null, invitedAs: InvitedAs];

/** An answer that is no longer one: it was to something else. */
const asked = `state = 'queued', round = invitations.round + 1, revision = invitations.revision + 1, reason = NULL,
  delegate_id = NULL, answered_by = NULL, answered_at = NULL, viewed_at = NULL, revoked_with_meeting = false`;
const revoked = `state = 'revoked', revision = invitations.revision + 1, delegate_id = NULL`;

export async function askAnew(manager: EntityManager, occurrenceId: string): Promise<void> {
  await manager.query(
    `UPDATE invitations SET ${asked}
     WHERE occurrence_id = $1 AND (state <> 'revoked' OR revoked_with_meeting)
       AND invited_as IS DISTINCT FROM 'delegate'`,
    [occurrenceId],
  );
}

export async function tellAgain(manager: EntityManager, occurrenceId: string): Promise<void> {
  await manager.query(
    `UPDATE invitations SET revision = revision + 1 WHERE occurrence_id = $1 AND state <> 'revoked'`,
    [occurrenceId],
  );
}

export async function revokeWithMeeting(manager: EntityManager, occurrenceId: string): Promise<void> {
  await manager.query(
    `UPDATE invitations SET ${revoked}, revoked_with_meeting = true WHERE occurrence_id = $1 AND state <> 'revoked'`,
    [occurrenceId],
  );
}

/** A site whose role changed is asked anew, no other is (I15). */
export async function inviteSites(manager: EntityManager, occurrenceId: string): Promise<void> {
  await manager.query(
    `INSERT INTO invitations (occurrence_id, site_id, site_role)
     SELECT occurrence_id, site_id, role FROM occurrence_sites WHERE occurrence_id = $1
     ON CONFLICT (occurrence_id, site_id) DO UPDATE SET site_role = excluded.site_role, ${asked}
       WHERE invitations.state = 'revoked' OR invitations.site_role <> excluded.site_role`,
    [occurrenceId],
  );
}

/** Somebody with several offices is invited to the first. */
export async function invitePeople(
  manager: EntityManager,
  occurrenceId: string,
  offices: readonly Office[],
): Promise<void> {
  const held = new Map(offices.toReversed().filter(([userId]) => userId !== null));
  const values = [occurrenceId, [...held.keys()], [...held.values()]];
  await manager.query(
    `UPDATE invitations SET invited_as = given.invited_as, delegated_from = NULL
     FROM unnest($2::uuid[], $3::text[]) AS given (user_id, invited_as)
     WHERE occurrence_id = $1 AND invitations.user_id = given.user_id
       AND invitations.invited_as <> given.invited_as`,
    values,
  );
  await manager.query(
    `INSERT INTO invitations (occurrence_id, user_id, invited_as)
     SELECT $1, user_id, invited_as FROM unnest($2::uuid[], $3::text[]) AS given (user_id, invited_as)
     ON CONFLICT (occurrence_id, user_id) DO UPDATE SET ${asked} WHERE invitations.state = 'revoked'`,
    values,
  );
}

/** Of sites that take part no longer, and of people who hold no office any more. */
export async function revokeGone(
  manager: EntityManager,
  occurrenceId: string,
  offices: readonly Office[],
): Promise<void> {
  await manager.query(
    `UPDATE invitations SET ${revoked}
     WHERE occurrence_id = $1 AND state <> 'revoked'
       AND (site_id IS NOT NULL AND site_id NOT IN (SELECT site_id FROM occurrence_sites WHERE occurrence_id = $1)
            OR invited_as IN ('chair', 'director', 'secretary') AND user_id <> ALL ($2::uuid[]))`,
    [occurrenceId, offices.flatMap(([userId]) => userId ?? [])],
  );
}

/** Who was to come instead of somebody, and no longer is. */
export async function revokeIdleDelegates(manager: EntityManager, occurrenceId: string): Promise<void> {
  await manager.query(
    `UPDATE invitations SET ${revoked} FROM invitations origin
     WHERE invitations.occurrence_id = $1 AND invitations.state <> 'revoked'
       AND origin.id = invitations.delegated_from AND origin.delegate_id IS DISTINCT FROM invitations.user_id`,
    [occurrenceId],
  );
}

/** By name, or in somebody's stead; who is invited already stays as they are. @returns who is invited by it */
export async function inviteNamed(
  manager: EntityManager,
  occurrenceId: string,
  userIds: readonly string[],
  delegatedFrom: string | null = null,
): Promise<string[]> {
  const rows = await manager.query<{ userId: string }[]>(
    `INSERT INTO invitations (occurrence_id, user_id, invited_as, delegated_from)
     SELECT $1, user_id, CASE WHEN $3::uuid IS NULL THEN 'invited' ELSE 'delegate' END, $3 FROM unnest($2::uuid[]) AS user_id
     ON CONFLICT (occurrence_id, user_id) DO UPDATE
       SET invited_as = excluded.invited_as, delegated_from = excluded.delegated_from, ${asked}
       WHERE invitations.state = 'revoked'
     RETURNING user_id AS "userId"`,
    [occurrenceId, userIds, delegatedFrom],
  );
  return rows.map(({ userId }) => userId);
}

/** @returns the cut of one invitation, by hand */
export async function revokeOne(manager: EntityManager, invitationId: string): Promise<void> {
  await manager.query(`UPDATE invitations SET ${revoked} WHERE id = $1 AND state <> 'revoked'`, [
    invitationId,
  ]);
}
