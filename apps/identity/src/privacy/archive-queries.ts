import type { DataKindKey } from '@diemcau/contracts/identity/privacy-kinds';

/** What this service knows about somebody (`$1`), by kind of data and by table. Secrets and their hashes are left out. */
export const archiveQueries: Partial<Readonly<Record<DataKindKey, Readonly<Record<string, string>>>>> = {
  accounts: {
    account: `SELECT person.user_name, person.display_name, person.kind, person.state, person.code, person.birth_date,
                     unit.name AS unit, person.created_at
              FROM users person JOIN units unit ON unit.id = person.unit_id WHERE person.id = $1`,
    roles: `SELECT g.role, unit.name AS unit, g.subtree, g.valid_from, g.valid_to, g.revoked_at
            FROM role_grants g JOIN units unit ON unit.id = g.unit_id WHERE g.user_id = $1 ORDER BY g.valid_from`,
    moves: `SELECT moved_on, origin.name AS from_unit, target.name AS to_unit
            FROM user_moves JOIN units origin ON origin.id = from_unit_id JOIN units target ON target.id = to_unit_id
            WHERE user_id = $1 ORDER BY sequence`,
    keysMade: 'SELECT name, scopes FROM api_keys WHERE made_by = $1 ORDER BY name',
    directories: 'SELECT type, external_id FROM scim_links WHERE resource_id = $1',
  },
  contacts: {
    contact: 'SELECT phone, email FROM users WHERE id = $1',
    roster: `SELECT unit.name AS unit, entry.phone, entry.email, entry.duties, entry.since, entry.until
             FROM roster_entries entry JOIN units unit ON unit.id = entry.unit_id
             WHERE entry.user_id = $1 ORDER BY entry.since`,
    training: `SELECT course, held_on, issuer, certificate_no
               FROM training_records JOIN roster_entries entry ON entry.id = entry_id
               WHERE entry.user_id = $1 ORDER BY held_on`,
    certificates: `SELECT course, first_day, last_day, issuer, number
                   FROM known_certificates WHERE user_id = $1 ORDER BY last_day`,
  },
  classes: {
    classes: `SELECT class.name, class.school_year, unit.name AS unit
              FROM class_members JOIN classes class ON class.id = class_id JOIN units unit ON unit.id = class.unit_id
              WHERE user_id = $1 ORDER BY class.school_year`,
  },
  guardianships: {
    guardians: `SELECT guardian.display_name AS guardian, relation, since, ended_at
                FROM guardianships JOIN users guardian ON guardian.id = guardian_id
                WHERE student_id = $1 ORDER BY since`,
    children: `SELECT student.display_name AS child, relation, since, ended_at
               FROM guardianships JOIN users student ON student.id = student_id
               WHERE guardian_id = $1 ORDER BY since`,
    codes: 'SELECT issued_at, expires_at, uses FROM guardian_codes WHERE student_id = $1',
    consents: `SELECT kind, text_version, given_at, given_by = $1 AS given_by_you, user_id = $1 AS about_you, withdrawn_at
               FROM consents WHERE user_id = $1 OR given_by = $1 ORDER BY given_at`,
  },
  sessions: {
    sessions: `SELECT started_at, last_seen_at, expires_at, ended_at, way, address, agent
               FROM sessions WHERE user_id = $1 ORDER BY started_at`,
  },
  credentials: {
    initialSecret: 'SELECT issued_at, expires_at FROM initial_secrets WHERE user_id = $1',
    totp: 'SELECT added_at, confirmed_at, last_used_at FROM totp_factors WHERE user_id = $1',
    passkeys: 'SELECT name, added_at, last_used_at FROM passkeys WHERE user_id = $1 ORDER BY added_at',
    recoveryCodes: 'SELECT count(*)::int AS "left" FROM recovery_codes WHERE user_id = $1',
    outsideAccounts: `SELECT provider.issuer AS provider, link.subject
                      FROM oidc_links link JOIN oidc_providers provider ON provider.id = provider_id
                      WHERE link.user_id = $1`,
    resets: 'SELECT expires_at FROM password_resets WHERE user_id = $1',
    steps: 'SELECT kind, way, expires_at FROM sign_in_challenges WHERE user_id = $1',
    arrivals: 'SELECT expires_at FROM oidc_arrivals WHERE user_id = $1',
    linking: 'SELECT expires_at FROM oidc_flows WHERE link_user_id = $1',
    ceremonies: 'SELECT purpose, expires_at FROM passkey_ceremonies WHERE user_id = $1',
  },
  mails: {
    mails: `SELECT kind, state, recipient, subject, created_at, sent_at FROM mails WHERE user_id = $1 ORDER BY created_at`,
  },
  importFiles: {
    imports: `SELECT kind, file_name, state, created_by, created_at, finished_at, asked ->> 'address' AS address,
                     asked ->> 'agent' AS agent
              FROM imports WHERE actor_id = $1 ORDER BY created_at, id`,
    rows: `SELECT imports.file_name, imports.created_at, import_rows.row, import_rows.cells
           FROM import_rows JOIN imports ON imports.id = import_id WHERE subject_id = $1 ORDER BY imports.created_at`,
  },
  webhookDeliveries: {
    deliveries: `SELECT event, happened_at, state, payload FROM webhook_deliveries
                 WHERE strpos(payload, $1::uuid::text) > 0 ORDER BY happened_at`,
  },
  audit: {
    entries: `SELECT at, action, object_kind, object_id, address, agent, before, after FROM audit_entries
              WHERE (actor_kind = 'user' AND actor_id = $1::uuid::text)
                 OR (object_kind = 'user' AND object_id = $1::uuid::text) ORDER BY sequence`,
  },
  privacyRequests: {
    requests: `SELECT kind, state, requested_at, due_at, ended_at, reason, outcome
               FROM privacy_requests WHERE user_id = $1 ORDER BY requested_at`,
  },
};
