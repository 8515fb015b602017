import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';

/** What changes the state of a meeting. `check` is the campaign's doing, everything else somebody's. */
export const steps = [
  'submit',
  'approve',
  'reject',
  'takeBack',
  'schedule',
  'check',
  'postpone',
  'reschedule',
  'cancel',
  'start',
  'pause',
  'resume',
  'end',
  'abort',
  'report',
] as const;
export type Step = (typeof steps)[number];

interface Transition {
  readonly from: readonly OccurrenceState[];
  readonly to: OccurrenceState;
}

/** The life of a meeting; what is not here cannot happen. */
export const transitions: Readonly<Record<Step, Transition>> = {
  submit: { from: ['draft', 'rejected'], to: 'pendingApproval' },
  approve: { from: ['pendingApproval'], to: 'scheduled' },
  reject: { from: ['pendingApproval'], to: 'rejected' },
  takeBack: { from: ['pendingApproval', 'rejected'], to: 'draft' },
  schedule: { from: ['draft'], to: 'scheduled' },
  check: { from: ['scheduled'], to: 'checking' },
  postpone: { from: ['scheduled', 'checking'], to: 'postponed' },
  reschedule: { from: ['postponed'], to: 'scheduled' },
  cancel: {
    from: ['draft', 'pendingApproval', 'rejected', 'scheduled', 'postponed', 'checking'],
    to: 'cancelled',
  },
  start: { from: ['scheduled', 'checking'], to: 'live' },
  pause: { from: ['live'], to: 'paused' },
  resume: { from: ['paused'], to: 'live' },
  end: { from: ['live', 'paused'], to: 'ended' },
  abort: { from: ['live', 'paused'], to: 'aborted' },
  report: { from: ['ended'], to: 'reported' },
};

/** Where the step leads; null where it cannot be taken. */
export function after(state: OccurrenceState, step: Step): OccurrenceState | null {
  const { from, to } = transitions[step];
  return from.includes(state) ? to : null;
}

/** Time, sites and people may be changed. */
export const changeable: readonly OccurrenceState[] = [
  'draft',
  'pendingApproval',
  'rejected',
  'scheduled',
  'postponed',
  'checking',
];
/** What people outside have been told of: a change that takes away what it needs is refused (I13). */
export const announced: readonly OccurrenceState[] = ['scheduled', 'postponed', 'checking'];
/** It is going on, or over. */
export const begun: readonly OccurrenceState[] = ['live', 'paused', 'ended', 'aborted'];
