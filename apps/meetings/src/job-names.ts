/** Jobs by time that others may ask for sooner, see `Jobs.soon`. */
export const jobNames = {
  /** Makes the meetings of series, see `scheduling`. */
  make: 'meetings.make',
  /** Invites to meetings that were made, see `invitations`. */
  invite: 'meetings.invitations.invite',
  /** Writes to who may approve what was asked for, see `occurrences`. */
  tellRequests: 'meetings.requests.tell',
  /** Writes to who may approve a plan that was submitted, see `plans`. */
  tellPlans: 'meetings.plans.tell',
  /** Hands mails to identity, see `mails`. */
  deliver: 'meetings.mails.deliver',
} as const;
