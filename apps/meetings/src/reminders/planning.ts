import { closingDays } from '@diemcau/contracts/meetings/closing';

/** Reminders are rows from this long before they are due; until then there is only the rule. */
const planAheadDays = 2;
/** Those of meetings that began in this long a standstill are rows too, so that it is seen that they were missed. */
const standstillDays = 60;
const soon = `$2::timestamptz + interval '${planAheadDays} days'`;

/** Only these are still to be held. */
export const toBeHeld = `('scheduled', 'checking')`;

/** Sites of these are to be closed. */
const over = `('ended', 'aborted', 'reported')`;

/** Whose answer is still owed. */
export const unanswered = `('sent', 'viewed')`;
/** Agenda items that are still owed. */
export const unprepared = `('assigned', 'returned')`;

/** What holds for an occurrence `occurrence`. $1 are the default rules, here and below. */
export const rulesOf = `coalesce(
  (SELECT rules FROM reminder_policies WHERE province_id = occurrence.unit_path[1]), $1::jsonb)`;
const eachRule = `CROSS JOIN LATERAL jsonb_to_recordset(${rulesOf}) AS rule (about text, minutes int)`;

/** Where reminders of a kind come from, for `occurrence` and `rule`. */
interface Source {
  readonly subject: string;
  readonly from: string;
  readonly dueAt: string;
  readonly usefulUntil: string;
  readonly where: string;
  /** Of which meetings; of those still to be held unless told. */
  readonly states?: string;
  /** Bounds what planning looks at, by an index. */
  readonly near?: string;
}

/** The largest lead of any rule bounds what is looked at, by the index on `starts_at`. */
const longestLead = `(
  SELECT make_interval(mins => max((rule->>'minutes')::int)) FROM (
    SELECT jsonb_array_elements(rules) FROM reminder_policies UNION ALL SELECT jsonb_array_elements($1::jsonb)
  ) AS every (rule))`;

const ended = 'coalesce(live.ended_at, occurrence.ends_at)';

const sources: readonly Source[] = [
  {
    subject: 'occurrence.id',
    from: 'occurrences occurrence',
    dueAt: 'occurrence.starts_at - make_interval(mins => rule.minutes)',
    usefulUntil: 'occurrence.starts_at',
    where: `rule.about = 'start'`,
    near: `occurrence.starts_at <= ${soon} + ${longestLead}`,
  },
  {
    subject: 'invitation.id',
    from: `occurrences occurrence JOIN invitations invitation
       ON invitation.occurrence_id = occurrence.id AND invitation.state IN ${unanswered}`,
    dueAt: 'invitation.sent_at + make_interval(mins => rule.minutes)',
    usefulUntil: 'occurrence.starts_at',
    where: `rule.about = 'answer' AND invitation.sent_at IS NOT NULL`,
  },
  {
    subject: 'item.id',
    from: `occurrences occurrence JOIN agenda_items item
       ON item.occurrence_id = occurrence.id AND item.state IN ${unprepared} AND item.due_at IS NOT NULL`,
    dueAt: 'item.due_at - make_interval(mins => rule.minutes)',
    usefulUntil: 'item.due_at',
    where: `rule.about = 'agenda'`,
  },
  {
    subject: 'os.site_id',
    from: `occurrences occurrence JOIN occurrence_sites os ON os.occurrence_id = occurrence.id
       LEFT JOIN live_sessions live ON live.occurrence_id = occurrence.id`,
    dueAt: `${ended} + make_interval(mins => rule.minutes)`,
    usefulUntil: `${ended} + interval '${closingDays} days'`,
    where: `rule.about = 'closing' AND NOT EXISTS (
      SELECT FROM closing_checks WHERE occurrence_id = occurrence.id AND site_id = os.site_id)`,
    states: over,
    // No meeting is longer than a day.
    near: `occurrence.starts_at > $2::timestamptz - interval '${closingDays + 1} days'`,
  },
];

/** Reminders that no row stands for yet. */
const wanted = ({ subject, from, dueAt, usefulUntil, where, states = toBeHeld }: Source): string => `
  SELECT occurrence.id AS occurrence_id, occurrence.sequence, rule.about, rule.minutes, ${subject} AS subject_id,
    ${dueAt} AS due_at, ${usefulUntil} AS useful_until
  FROM ${from} ${eachRule}
  WHERE occurrence.state IN ${states} AND ${where}
    AND NOT EXISTS (
      SELECT FROM reminders known
      WHERE known.occurrence_id = occurrence.id AND known.sequence = occurrence.sequence
        AND known.about = rule.about AND known.minutes = rule.minutes AND known.subject_id = ${subject})`;

/**
 * Of each source: $1 default rules, $2 now. The unique row decides; what is there already is not even tried, so that a quiet
 * minute writes nothing.
 */
export const plans: readonly string[] = sources.map(
  (source) => `
  INSERT INTO reminders (occurrence_id, sequence, about, minutes, subject_id, due_at, useful_until)
  ${wanted(source)} AND occurrence.starts_at > $2::timestamptz - interval '${standstillDays} days'
    AND ${source.dueAt} <= ${soon} AND ${source.near ?? 'true'}
  ON CONFLICT DO NOTHING`,
);

/** What rules say of one meeting beyond its rows. $1 default rules, $2 now, $3 the meeting. */
export const expected: string = sources
  .map((source) => `${wanted(source)} AND occurrence.id = $3 AND ${source.dueAt} > $2::timestamptz`)
  .join(' UNION ALL ');
