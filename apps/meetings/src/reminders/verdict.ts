import { rulesOf, toBeHeld, unanswered, unprepared } from './planning.js';

/**
 * What is to become of a reminder `reminder` of `occurrence` whose time has come: `due`, or the state it ends in without a
 * mail. $1 default rules, $2 now.
 */
export const verdict = `
  CASE
    WHEN occurrence.sequence <> reminder.sequence
      OR occurrence.state IN ('draft', 'pendingApproval', 'rejected', 'postponed', 'cancelled')
      OR NOT ${rulesOf} @> jsonb_build_array(
        jsonb_build_object('about', reminder.about, 'minutes', reminder.minutes)) THEN 'dropped'
    WHEN reminder.about = 'answer' AND NOT EXISTS (
      SELECT FROM invitations WHERE id = reminder.subject_id AND state IN ${unanswered}) THEN 'dropped'
    WHEN reminder.about = 'agenda' AND NOT EXISTS (
      SELECT FROM agenda_items WHERE id = reminder.subject_id AND state IN ${unprepared}) THEN 'dropped'
    WHEN reminder.about = 'closing' AND EXISTS (
      SELECT FROM closing_checks WHERE occurrence_id = reminder.occurrence_id AND site_id = reminder.subject_id)
      THEN 'dropped'
    WHEN reminder.useful_until <= $2::timestamptz THEN 'missed'
    WHEN reminder.about <> 'closing' AND occurrence.state NOT IN ${toBeHeld} THEN 'dropped'
    -- After a standstill several of one meeting are due at once: the last of them says it all.
    WHEN EXISTS (
      SELECT FROM reminders later
      WHERE later.occurrence_id = reminder.occurrence_id AND later.sequence = reminder.sequence
        AND later.about = reminder.about AND later.subject_id = reminder.subject_id
        AND later.due_at > reminder.due_at AND later.due_at <= $2::timestamptz) THEN 'superseded'
    -- Moved after people had been reminded: the new time they know from the change itself.
    WHEN EXISTS (
      SELECT FROM reminders told
      WHERE told.occurrence_id = reminder.occurrence_id AND told.sequence < reminder.sequence
        AND told.about = reminder.about AND told.minutes = reminder.minutes
        AND told.state = 'sent' AND told.decided_at >= reminder.due_at) THEN 'superseded'
    ELSE 'due'
  END`;

const judged = `
  reminders reminder
  JOIN occurrences occurrence ON occurrence.id = reminder.occurrence_id
  CROSS JOIN LATERAL (SELECT ${verdict} AS verdict) judged
  WHERE reminder.state = 'planned' AND reminder.due_at <= $2::timestamptz`;

/** Ends what is not to be sent. $3 how many at most; answers with one row for each. */
export const settle = `
  WITH over AS (
    SELECT reminder.id, verdict FROM ${judged} AND verdict <> 'due'
    ORDER BY reminder.due_at LIMIT $3 FOR UPDATE OF reminder SKIP LOCKED)
  UPDATE reminders SET state = over.verdict, decided_at = $2
  FROM over WHERE over.id = reminders.id
  RETURNING reminders.id`;

/** What is to be sent, the longest due first. $3 how many at most, $4 what was tried already */
export const dueNow = `
  SELECT reminder.id, reminder.about, reminder.minutes, reminder.subject_id AS "subjectId",
    occurrence.id AS "occurrenceId"
  FROM ${judged} AND verdict = 'due' AND reminder.id <> ALL ($4::uuid[])
  ORDER BY reminder.due_at LIMIT $3`;

/** Holds one that is still to be sent, and its meeting as it is; no row when another replica has it. $3 its id */
export const hold = `
  SELECT reminder.id FROM ${judged} AND verdict = 'due' AND reminder.id = $3
  FOR UPDATE OF reminder SKIP LOCKED FOR SHARE OF occurrence`;
