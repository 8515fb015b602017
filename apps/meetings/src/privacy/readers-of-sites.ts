import { meetingOf, meetingWords, type Readers, siteOf } from './reader.js';

export const readersOfSites: Readers<
  | 'siteOperators'
  | 'rulesAcknowledgements'
  | 'siteWork'
  | 'inventoryFiles'
  | 'checkReports'
  | 'meetingFiles'
  | 'notes'
  | 'feedback'
> = {
  siteOperators: [
    {
      table: 'site_operators',
      whose: ['user_id'],
      shows: 'site.name AS site, t.name, t.phone, t.duties, t.until',
      joins: siteOf,
      key: `t.site_id || ' ' || t.entry_id`,
    },
  ],
  rulesAcknowledgements: [
    {
      table: 'rules_acknowledgements',
      whose: ['user_id'],
      shows: 'rules.title AS rules, rules.edition, site.name AS site, t.name, t.at',
      joins: `JOIN room_rules rules ON rules.id = t.rules_id ${siteOf}`,
      key: `t.rules_id || ' ' || t.site_id`,
    },
  ],
  siteWork: [
    {
      table: 'readiness_answers',
      whose: ['by_id'],
      shows: 'site.name AS site, t.key AS item, t.result, t.actual, t.reason, t.at',
      joins: siteOf,
      key: `t.site_id || ' ' || t.key`,
    },
    {
      table: 'site_events',
      whose: ['by_id'],
      shows: 'site.name AS site, t.kind, t.name, t.note, t.at',
      joins: siteOf,
    },
    {
      table: 'device_moves',
      whose: ['by_id'],
      shows: 'device.code AS device, t.reason, t.at',
      joins: 'JOIN devices device ON device.id = t.device_id',
    },
    {
      table: 'maintenance_entries',
      whose: ['by_id'],
      shows: 'device.code AS device, site.name AS site, t.done_on, t.what, t.result, t.recorded_at',
      joins: `JOIN devices device ON device.id = t.device_id ${siteOf}`,
    },
    {
      table: 'maintenance_tasks',
      whose: ['opened_by', 'done_by'],
      shows: 'site.name AS site, t.what, t.opened_at, t.result, t.done_at',
      joins: siteOf,
    },
    {
      table: 'closing_checks',
      whose: ['by_user_id'],
      shows: `site.name AS site, t.faults, t.note, t.at, ${meetingWords}`,
      joins: `${siteOf} ${meetingOf}`,
      key: `t.occurrence_id || ' ' || t.site_id`,
    },
    {
      table: 'room_rules',
      whose: ['published_by'],
      shows: 't.title, t.edition, t.unit_name AS unit, t.published_at',
    },
  ],
  inventoryFiles: [
    {
      table: 'inventory_imports',
      whose: ['owner_id'],
      shows: 't.file_name, t.state, t.created_at, t.written_at',
    },
  ],
  checkReports: [
    {
      table: 'device_tests',
      whose: ['by_user_id'],
      shows: `site.name AS site, trial.title AS trial, t.up_mbps, t.down_mbps, t.passed, t.note, t.at, ${meetingWords}`,
      joins: `${siteOf} ${meetingOf} LEFT JOIN trials trial ON trial.id = t.trial_id`,
    },
  ],
  meetingFiles: [
    { table: 'files', whose: ['sender_id'], shows: 't.name, t.purpose, t.media_type, t.bytes, t.kept_at' },
  ],
  // Whom a note is about sees all of it; who wrote it only that it was written: the rest is about somebody else.
  notes: [
    {
      table: 'notes',
      whose: ['subject_id', 'author_id'],
      shows: `t.kind, t.happened_on, t.state, t.unit_name AS unit, t.created_at, t.published_at,
              CASE WHEN t.subject_id = $1 THEN jsonb_build_object('name', t.subject_name, 'title', t.title, 'text', t.text,
                'corrections', (SELECT jsonb_agg(c.text ORDER BY c.at) FROM note_corrections c WHERE c.note_id = t.id))
              END AS note`,
      // I32: the subject learns of a note when it is published.
      where: `t.author_id = $1::uuid OR t.state = 'published'`,
    },
    {
      table: 'note_corrections',
      whose: ['author_id'],
      shows: 'note.kind, note.unit_name AS unit, t.at',
      joins: 'JOIN notes note ON note.id = t.note_id',
    },
  ],
  feedback: [
    {
      table: 'feedback',
      whose: ['author_id', 'answered_by'],
      shows: `t.state, t.created_at, t.answered_at, t.answer, CASE WHEN t.author_id = $1 THEN t.title END AS title,
              CASE WHEN t.author_id = $1 THEN t.text END AS text`,
    },
  ],
};
