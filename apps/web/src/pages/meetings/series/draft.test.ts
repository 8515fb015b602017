import type { TypeLength } from '../types/length';
import { emptyDraft, withTypeLength } from './draft';

const types: TypeLength[] = [
  { kind: 'briefing', durationMin: 90 },
  { kind: 'classObservation', durationMin: 60 },
];
const draft = emptyDraft(null, null, '2027-01-01');

test('a new series takes as long as its type says (HB-2.1)', () => {
  const briefing = withTypeLength(draft, types);
  expect(briefing.durationMin).toBe(90);
  expect(withTypeLength({ ...briefing, kind: 'classObservation' }, types).durationMin).toBe(60);
});

test('what somebody said stays, also when it is what another type says', () => {
  const said = { ...draft, durationMin: 60, lengthSaid: true };
  expect(withTypeLength(said, types).durationMin).toBe(60);
  expect(withTypeLength({ ...said, kind: 'training' }, types).durationMin).toBe(60);
});
