import { meetingOf, meetingWords, type Readers, siteOf } from './reader.js';

const work = 't.title, t.state, t.unit_name AS unit';

export const readersOfMeetings: Readers<
  | 'lobbyEntries'
  | 'meetingWork'
  | 'invitations'
  | 'invitationReasons'
  | 'calendarFeeds'
  | 'meetingMails'
  | 'attendance'
  | 'trainings'
  | 'certificates'
  | 'scores'
> = {
  // What the person decided about guests; the guests' names are not the person's data.
  lobbyEntries: [
    {
      table: 'lobby_entries',
      whose: ['decided_by'],
      shows: 't.id, room.name AS room, t.state, t.reason, t.decided_at',
      joins: 'JOIN rooms room ON room.id = t.room_id',
    },
  ],
  meetingWork: [
    {
      table: 'occurrences',
      whose: ['chair_id', 'director_id', 'secretary_id', 'author_id', 'approved_by'],
      shows: `${work}, t.starts_at, t.ends_at, CASE WHEN t.author_id = $1 THEN t.reason END AS reason`,
    },
    {
      table: 'series',
      whose: ['author_id', 'approved_by'],
      shows: `${work}, t.rule, t.first_day`,
    },
    { table: 'plans', whose: ['author_id', 'approved_by'], shows: `${work}, t.year, t.month, t.approved_at` },
    {
      table: 'approved_plans',
      whose: ['by'],
      shows: 'plan.title, t.at',
      joins: 'JOIN plans plan ON plan.id = t.plan_id',
      key: 't.plan_id',
    },
    {
      table: 'agenda_items',
      whose: ['submitted_by'],
      shows: `t.title, t.state, t.submitted_at, ${meetingWords}`,
      joins: meetingOf,
    },
    {
      table: 'checklist_items',
      whose: ['user_id', 'done_by'],
      shows: `t.title, t.due_at, t.done_at, ${meetingWords}`,
      joins: meetingOf,
    },
    {
      table: 'live_sessions',
      whose: ['started_by'],
      shows: `t.started_at, t.override_reason, ${meetingWords}`,
      joins: meetingOf,
    },
    {
      table: 'occurrence_corrections',
      whose: ['author_id'],
      shows: `t.text, t.at, ${meetingWords}`,
      joins: meetingOf,
    },
    {
      table: 'headcounts',
      whose: ['by_user_id'],
      shows: `site.name AS site, t.headcount, t.reason, t.at, ${meetingWords}`,
      joins: `${siteOf} ${meetingOf}`,
      key: `t.occurrence_id || ' ' || t.site_id || ' ' || t.version`,
    },
    {
      table: 'calendar_years',
      whose: ['taken_by'],
      shows: 't.year',
      key: `t.province_id || ' ' || t.year`,
    },
  ],
  invitations: [
    {
      table: 'invitations',
      whose: ['user_id', 'delegate_id', 'answered_by'],
      shows: `t.invited_as, t.site_role, site.name AS site, t.state, t.sent_at, t.viewed_at, t.answered_at, ${meetingWords}`,
      joins: `${siteOf} ${meetingOf}`,
    },
    {
      table: 'invitation_recipients',
      whose: ['recipient_id'],
      shows: `t.cancelled, site.name AS site, ${meetingWords}`,
      joins: `JOIN invitations invitation ON invitation.id = t.invitation_id
              LEFT JOIN sites site ON site.id = invitation.site_id
              JOIN occurrences meeting ON meeting.id = invitation.occurrence_id`,
      key: 't.invitation_id',
    },
  ],
  invitationReasons: [
    {
      table: 'invitations',
      whose: ['user_id', 'answered_by'],
      shows: `t.reason, t.answered_at, ${meetingWords}`,
      joins: meetingOf,
      // What somebody else answered in the person's place is that one's word, about the person all the same.
      where: 't.reason IS NOT NULL',
    },
  ],
  calendarFeeds: [
    {
      table: 'feeds',
      whose: ['user_id'],
      shows: 't.name, t.unit_name AS unit, t.created_at, t.last_read_at',
    },
  ],
  meetingMails: [
    { table: 'outgoing_mails', whose: ['user_id'], shows: 't.key AS about, t.state, t.created_at' },
  ],
  attendance: [
    {
      table: 'room_passages',
      whose: ['peer_id'],
      shows: 'room.name AS room, t.entered, t.at',
      joins: 'JOIN rooms room ON room.id = t.room_id',
      key: `t.session_id || ' ' || t.version`,
    },
  ],
  trainings: [
    {
      table: 'registrations',
      whose: ['user_id', 'by_user_id'],
      shows: `training.title AS training, site.name AS site, t.at,
              CASE WHEN t.user_id = $1 THEN t.name END AS name, CASE WHEN t.user_id = $1 THEN t.unit_name END AS unit`,
      joins: `JOIN trainings training ON training.id = t.training_id ${siteOf}`,
      key: `t.training_id || ' ' || t.user_id`,
    },
    {
      table: 'training_marks',
      whose: ['user_id', 'by_user_id'],
      shows: `training.title AS training, t.at, CASE WHEN t.user_id = $1 THEN t.present END AS present, ${meetingWords}`,
      joins: `JOIN trainings training ON training.id = t.training_id ${meetingOf}`,
      key: `t.training_id || ' ' || t.user_id || ' ' || t.occurrence_id`,
    },
  ],
  certificates: [
    {
      table: 'certificates',
      whose: ['user_id', 'issued_by', 'revoked_by'],
      shows: `t.title, t.issuer_name AS issuer, t.issued_at, t.revoked_at, t.revoked_reason,
              CASE WHEN t.user_id = $1 THEN t.name END AS name, CASE WHEN t.user_id = $1 THEN t.number END AS number,
              CASE WHEN t.user_id = $1 THEN t.code END AS code`,
    },
  ],
  scores: [
    {
      table: 'score_sheets',
      whose: ['jury_ids'],
      shows: meetingWords,
      joins: meetingOf,
      key: 't.occurrence_id',
    },
    {
      table: 'scores',
      whose: ['juror_id'],
      shows: `criterion.title AS criterion, t.points, ${meetingWords}`,
      joins: `JOIN score_criteria criterion ON criterion.id = t.criterion_id ${meetingOf}`,
      key: `t.contestant_id || ' ' || t.criterion_id`,
    },
  ],
};
