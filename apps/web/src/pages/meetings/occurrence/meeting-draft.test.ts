import type { TypeLength } from '../types/length';
import { emptyMeeting, withTimes, withTypeLength } from './meeting-draft';

const types: TypeLength[] = [
  { kind: 'conference', durationMin: 240 },
  { kind: 'briefing', durationMin: 90 },
  { kind: 'training', durationMin: 1440 },
];

test('a new meeting ends when its type says, and another type ends it at another time (HB-2.1)', () => {
  const first = withTypeLength(emptyMeeting, types);
  expect(first.times).toMatchObject({ from: '08:00', to: '12:00' });
  const briefing = withTypeLength({ ...first, kind: 'briefing' }, types);
  expect(briefing.times.to).toBe('09:30');
});

test('begun later it ends later, also after midnight', () => {
  const first = withTypeLength(emptyMeeting, types);
  const later = withTypeLength(withTimes(first, { ...first.times, from: '13:30' }), types);
  expect(later.times).toMatchObject({ from: '13:30', to: '17:30' });
  const night = withTypeLength(withTimes(first, { ...first.times, from: '22:15' }), types);
  expect(night.times.to).toBe('02:15');
  expect(withTypeLength({ ...night, kind: 'training' }, types).times.to).toBe('22:15');
});

test('an end that somebody wrote stays, whatever type or beginning is chosen later', () => {
  const first = withTypeLength(emptyMeeting, types);
  const said = withTimes(first, { ...first.times, to: '10:15' });
  expect(withTypeLength({ ...said, kind: 'briefing' }, types).times.to).toBe('10:15');
  const moved = withTimes(said, { ...said.times, from: '07:30' });
  expect(withTypeLength(moved, types).times).toMatchObject({ from: '07:30', to: '10:15' });
});

test('while the types are not known it takes two hours', () => {
  expect(withTypeLength(emptyMeeting, undefined).times.to).toBe('10:00');
  expect(withTypeLength({ ...emptyMeeting, kind: 'demonstrationLesson' }, types).times.to).toBe('10:00');
});
