/** Tables of which every row about the person (`$1`) goes, with the columns that say whose it is. */
const gone: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['initial_secrets', 'user_id'],
  ['sign_in_challenges', 'user_id'],
  ['password_resets', 'user_id'],
  ['passkey_ceremonies', 'user_id'],
  ['totp_factors', 'user_id'],
  ['recovery_codes', 'user_id'],
  ['passkeys', 'user_id'],
  ['oidc_links', 'user_id'],
  ['oidc_arrivals', 'user_id'],
  ['oidc_flows', 'link_user_id'],
  ['scim_links', 'resource_id'],
  ['sessions', 'user_id'],
  ['mails', 'user_id'],
  ['class_members', 'user_id'],
  ['known_certificates', 'user_id'],
  ['guardianships', 'guardian_id', 'student_id'],
  ['guardian_codes', 'student_id'],
];

/** Tables whose rows stay with the id alone: what happened is still true, of somebody without a name. */
export const staysWithoutName: readonly string[] = [
  'role_grants',
  'roster_entries',
  'api_keys',
  'user_moves',
  'consents',
  'privacy_requests',
];

export const goneTables: readonly string[] = gone.map(([table]) => table);

export const foreverGone: readonly string[] = [
  ...gone.map(
    ([table, ...columns]) =>
      `DELETE FROM ${table} WHERE ${columns.map((column) => `${column} = $1`).join(' OR ')}`,
  ),
  'DELETE FROM webhook_deliveries WHERE strpos(payload, $1::uuid::text) > 0',
  // A file holds everybody of the list; what it did is done, and nobody needs it again.
  `DELETE FROM import_files WHERE import_id IN (
     SELECT import_id FROM import_rows JOIN imports ON imports.id = import_id
     WHERE subject_id = $1 AND finished_at IS NOT NULL)`,
];

export const withoutPerson: readonly string[] = [
  `UPDATE role_grants SET revoked_at = now()
   WHERE revoked_at IS NULL
     AND (user_id = $1 OR delegated_from IN (SELECT id FROM role_grants WHERE user_id = $1))`,
  `UPDATE import_rows SET cells = '{}', values = '{}', changes = '{}', faults = '[]' WHERE subject_id = $1`,
  // What they imported for others stays, in another's name.
  `UPDATE imports SET created_by = 'Người dùng đã xoá', asked = jsonb_build_object('requestId', asked -> 'requestId')
   WHERE actor_id = $1`,
  `UPDATE roster_entries SET phone = NULL, email = NULL, sort_name = '', search = '',
     until = least(coalesce(until, greatest(since, current_date)), greatest(since, current_date))
   WHERE user_id = $1`,
  'UPDATE consents SET address = NULL, agent = NULL WHERE user_id = $1 OR given_by = $1',
  `UPDATE privacy_requests SET reason = NULL, outcome = CASE state WHEN 'refused' THEN '…' ELSE outcome END
   WHERE user_id = $1`,
  `UPDATE users SET user_name = 'da-xoa-' || left(replace(id::text, '-', ''), 12), display_name = 'Người dùng đã xoá',
     password_hash = NULL, state = 'disabled', code = NULL, email = NULL, phone = NULL, birth_date = NULL,
     search = '', sort_name = '', erased_at = now(), version = version + 1
   WHERE id = $1`,
];
