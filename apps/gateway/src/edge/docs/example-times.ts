/** One working morning: a meeting from eight to ten, prepared in the weeks before, reported the day after. */
const instants: readonly (readonly [RegExp, string])[] = [
  [/^(endsAt|liveUntil|finishedAt|doneAt)$/, '2026-11-20T10:00:00+07:00'],
  [/^(closesAt|closedAt|registerUntil|opensAt|reportedAt|measuredAt)$/, '2026-11-19T16:00:00+07:00'],
  [/^(startsAt|liveFrom|at)$/, '2026-11-20T08:00:00+07:00'],
  [/^(from|validFrom|since)$/, '2026-11-01T00:00:00+07:00'],
  [/^(to|until|validTo)$/, '2026-12-01T00:00:00+07:00'],
  [/(expires|Expires|Until|until|executeAt|dueAt|nextAttempt)/, '2026-12-18T17:00:00+07:00'],
];

export const instantOf = (name: string): string =>
  instants.find(([pattern]) => pattern.test(name))?.[1] ?? '2026-11-09T09:15:00+07:00';

const days: readonly (readonly [RegExp, string])[] = [
  [/birth/, '2010-09-15'],
  [/^(acquiredOn|happenedOn|doneOn|lastDoneOn|reportedOn)$/, '2026-10-12'],
  [/^(decisionDate|date)$/, '2026-10-28'],
  [/^(effectiveOn|from|fromDay|since|validFrom|startsOn|firstDay)$/, '2026-11-01'],
  [/^(to|until|untilDay|endsOn|validTo|expiresOn|deadline|dueOn|retiredOn)$|PlanTo$/, '2027-10-31'],
];

export const dayOf = (name: string): string =>
  days.find(([pattern]) => pattern.test(name))?.[1] ?? '2026-11-20';
