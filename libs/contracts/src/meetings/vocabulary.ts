/** HB-2.1; what each brings along is data, see meeting types. */
export const meetingKinds = [
  'briefing',
  'conference',
  'training',
  'professionalActivity',
  'classObservation',
  'demonstrationLesson',
  'teacherContest',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** A site's role in one meeting (HB-2.2). */
export const siteRoles = ['main', 'standby', 'member'] as const;
export type SiteRole = (typeof siteRoles)[number];

export const siteStates = ['draft', 'ready', 'degraded', 'suspended', 'retired'] as const;
export type SiteState = (typeof siteStates)[number];

export const planStates = ['draft', 'submitted', 'approved', 'superseded'] as const;
export type PlanState = (typeof planStates)[number];

/** `draft`: of a plan not yet approved, makes nothing. `ended`: makes nothing more. */
export const seriesStates = ['draft', 'active', 'ended'] as const;
export type SeriesState = (typeof seriesStates)[number];

/** What becomes of a date that is no working day. `ask`: it waits for somebody's decision. */
export const shiftPolicies = ['keep', 'skip', 'previousWorkingDay', 'nextWorkingDay', 'ask'] as const;
export type ShiftPolicy = (typeof shiftPolicies)[number];

export const occurrenceStates = [
  'draft',
  'pendingApproval',
  'rejected',
  'scheduled',
  'postponed',
  'checking',
  'live',
  'paused',
  'ended',
  'reported',
  'cancelled',
  'aborted',
] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** HB-4.3, unless a province sets another. */
export const defaultHeadcountLimit = 40;

/** All times of plans are wall time here unless a series says otherwise (HB-7.1). */
export const defaultZone = 'Asia/Ho_Chi_Minh';
