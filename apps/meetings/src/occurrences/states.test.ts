import { type OccurrenceState, occurrenceStates } from '@diemcau/contracts/meetings/vocabulary';
import fc from 'fast-check';
import { after, changeable, type Step, steps } from './states.js';

/** The domain's own drawing of a meeting's life, written down a second time. */
const drawing: readonly (readonly [OccurrenceState, Step, OccurrenceState])[] = [
  ['draft', 'submit', 'pendingApproval'],
  ['draft', 'schedule', 'scheduled'],
  ['draft', 'cancel', 'cancelled'],
  ['pendingApproval', 'approve', 'scheduled'],
  ['pendingApproval', 'reject', 'rejected'],
  ['pendingApproval', 'takeBack', 'draft'],
  ['pendingApproval', 'cancel', 'cancelled'],
  ['rejected', 'takeBack', 'draft'],
  ['rejected', 'submit', 'pendingApproval'],
  ['rejected', 'cancel', 'cancelled'],
  ['scheduled', 'check', 'checking'],
  ['scheduled', 'postpone', 'postponed'],
  ['scheduled', 'cancel', 'cancelled'],
  ['scheduled', 'start', 'live'],
  ['checking', 'postpone', 'postponed'],
  ['checking', 'cancel', 'cancelled'],
  ['checking', 'start', 'live'],
  ['postponed', 'reschedule', 'scheduled'],
  ['postponed', 'cancel', 'cancelled'],
  ['live', 'pause', 'paused'],
  ['live', 'end', 'ended'],
  ['live', 'abort', 'aborted'],
  ['paused', 'resume', 'live'],
  ['paused', 'end', 'ended'],
  ['paused', 'abort', 'aborted'],
  ['ended', 'report', 'reported'],
];

test.each(occurrenceStates.flatMap((state) => steps.map((step) => [state, step] as const)))(
  'from %s, %s leads where the domain says',
  (state, step) => {
    const arrow = drawing.find(([from, name]) => from === state && name === step);
    expect(after(state, step)).toBe(arrow?.[2] ?? null);
  },
);

/** What a meeting has been through, and what that must mean. */
function live(walk: readonly Step[]): { state: OccurrenceState; past: OccurrenceState[] } {
  let state: OccurrenceState = 'draft';
  const past: OccurrenceState[] = [state];
  for (const step of walk) {
    state = after(state, step) ?? state;
    past.push(state);
  }
  return { state, past };
}

describe('whatever is tried with a meeting, in whatever order', () => {
  const walks = fc.array(fc.constantFrom(...steps), { maxLength: 60 });

  test('what is over stays over', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        const { past } = live(walk);
        for (const end of ['reported', 'cancelled', 'aborted'] as const) {
          const at = past.indexOf(end);
          if (at >= 0) expect(new Set(past.slice(at))).toEqual(new Set([end]));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('nothing goes on that was not scheduled, nothing is reported that did not go on', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        const { past } = live(walk);
        if (past.includes('live')) expect(past.indexOf('scheduled')).toBeLessThan(past.indexOf('live'));
        if (past.includes('scheduled')) expect(past.indexOf('scheduled')).toBeGreaterThan(0);
        if (past.includes('reported')) expect(past).toContain('live');
      }),
      { numRuns: 2000 },
    );
  });

  test('what has begun is never changed again', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        const { past } = live(walk);
        const begun = past.indexOf('live');
        if (begun >= 0) expect(past.slice(begun).some((state) => changeable.includes(state))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
