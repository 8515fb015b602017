/** Reminders are rows from this long before they are due; until then there is only the rule. */
const planAheadDays = 2;
/** Those of meetings that began in this long a standstill are rows too, so that it is seen that they were missed. */
const standstillDays = 60;
const soon = `$2::timestamptz + interval '${planAheadDays} days'`;

/** Only these are still to be held. */
export const toBeHeld = `('scheduled', 'checking')`;

/** Whose answer is still owed. */
export const unanswered = `('sent', 'viewed')`;
/** Agenda items that are still owed. */
export const unprepared = `('assigned', 'returned')`;

/** What holds for an occurrence `occurrence`. $1 are the default rules, here and below. */
export const rulesOf = `coalesce(
  (SELECT rules FROM reminder_policies WHERE province_id = occurrence.unit_path[1]), $1::jsonb)`;
const eachRule = `CROSS JOIN LATERAL jsonb_to_recordset(${rulesOf}) AS rule (about text, minutes int)`;

/** The unique row decides; what is there already is not even tried, so that a quiet minute writes nothing. */
const planned = (
  subject: string,
  from: string,
  dueAt: string,
  usefulUntil: string,
  where: string,
): string => `
  INSERT INTO reminders (occurrence_id, sequence, about, minutes, subject_id, due_at, useful_until)
  SELECT occurrence.id, occurrence.sequence, rule.about, rule.minutes, ${subject}, ${dueAt}, ${usefulUntil}
  FROM ${from} ${eachRule}
  WHERE occurrence.state IN ${toBeHeld} AND occurrence.starts_at > $2::timestamptz - interval '${standstillDays} days'
    AND ${where}
    AND ${dueAt} <= ${soon}
    AND NOT EXISTS (
      SELECT FROM reminders known
      WHERE known.occurrence_id = occurrence.id AND known.sequence = occurrence.sequence
        AND known.about = rule.about AND known.minutes = rule.minutes AND known.subject_id = ${subject})
  ON CONFLICT DO NOTHING`;

/** The largest lead of any rule bounds what is looked at, by the index on `starts_at`. */
const longestLead = `(
  SELECT make_interval(mins => max((rule->>'minutes')::int)) FROM (
    SELECT jsonb_array_elements(rules) FROM reminder_policies UNION ALL SELECT jsonb_array_elements($1::jsonb)
  ) AS every (rule))`;

/** Of each subject: $1 default rules, $2 now. */
export const plans: readonly string[] = [
  planned(
    'occurrence.id',
    'occurrences occurrence',
    'occurrence.starts_at - make_interval(mins => rule.minutes)',
    'occurrence.starts_at',
    `rule.about = 'start' AND occurrence.starts_at <= ${soon} + ${longestLead}`,
  ),
  planned(
    'invitation.id',
    `occurrences occurrence JOIN invitations invitation
       ON invitation.occurrence_id = occurrence.id AND invitation.state IN ${unanswered}`,
    'invitation.sent_at + make_interval(mins => rule.minutes)',
    'occurrence.starts_at',
    `rule.about = 'answer' AND invitation.sent_at IS NOT NULL`,
  ),
  planned(
    'item.id',
    `occurrences occurrence JOIN agenda_items item
       ON item.occurrence_id = occurrence.id AND item.state IN ${unprepared} AND item.due_at IS NOT NULL`,
    'item.due_at - make_interval(mins => rule.minutes)',
    'item.due_at',
    `rule.about = 'agenda'`,
  ),
];
