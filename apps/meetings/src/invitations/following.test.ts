import { occurrenceStates } from '@diemcau/contracts/meetings/vocabulary';
import fc from 'fast-check';
import { type Meeting, nextSequence, nextStep, type Told } from './following.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 25, hour));
const meeting = (changes: Partial<Meeting> = {}): Meeting => ({
  state: 'scheduled',
  startsAt: at(1),
  endsAt: at(4),
  sequence: 0,
  told: 'Giao ban',
  ...changes,
});
const told = (changes: Partial<Told> = {}): Told => {
  const { state: _state, ...rest } = meeting();
  return { ...rest, revoked: false, ...changes };
};

test.each([
  ['a draft invites nobody', meeting({ state: 'draft' }), null, 'nothing'],
  ['what is scheduled invites', meeting(), null, 'first'],
  ['nothing changed', meeting(), told(), 'keep'],
  ['the day-before check changes nothing', meeting({ state: 'checking' }), told(), 'keep'],
  ['another title is told', meeting({ told: 'Giao ban tháng 11' }), told(), 'tell'],
  ['another time asks anew (I15)', meeting({ startsAt: at(2), endsAt: at(5) }), told(), 'ask'],
  ['another length asks anew', meeting({ endsAt: at(5) }), told(), 'ask'],
  ['a site more raises SEQUENCE and asks nobody else anew', meeting({ sequence: 1 }), told(), 'keep'],
  ['live, it is too late', meeting({ state: 'live', endsAt: at(5) }), told(), 'nothing'],
  ['cancelled', meeting({ state: 'cancelled' }), told(), 'revoke'],
  ['postponed', meeting({ state: 'postponed' }), told(), 'revoke'],
  ['cancelled once is enough', meeting({ state: 'cancelled' }), told({ revoked: true }), 'nothing'],
  ['postponed, then scheduled at the same time', meeting(), told({ revoked: true }), 'ask'],
  ['over', meeting({ state: 'reported' }), told(), 'nothing'],
])('%s', (_, now, before, step) => {
  expect(nextStep(now, before)).toBe(step);
});

test('SEQUENCE never falls, and rises with every move and cancellation, whatever happens to a meeting', () => {
  const change = fc.record({
    state: fc.constantFrom(...occurrenceStates),
    hour: fc.integer({ min: 0, max: 3 }),
    raised: fc.boolean(),
    told: fc.constantFrom('a', 'b'),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let before: Told | null = null;
      let own = 0;
      for (const { state, hour, raised, told: words } of changes) {
        own += raised ? 1 : 0;
        const now = meeting({ state, startsAt: at(hour), endsAt: at(hour + 1), sequence: own, told: words });
        const step = nextStep(now, before);
        if (step === 'nothing') continue;
        const sequence = nextSequence(step, now, before);
        if (before !== null) {
          expect(sequence).toBeGreaterThanOrEqual(before.sequence);
          if (step === 'ask' || step === 'revoke') expect(sequence).toBeGreaterThan(before.sequence);
        }
        before = { ...now, sequence, revoked: step === 'revoke' };
      }
    }),
  );
});
