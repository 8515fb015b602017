import type { TypeLength } from '../types/length';
import { draftOf, emptyDraft, previewOf, wishOf, withTypeLength } from './draft';

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

test('a series keeps its time zone when something else of it is changed; a new one is in Vietnam’s', () => {
  const unitId = '0b9f6f3e-5d1c-4c55-9a53-3a4d7c1e2f60';
  const fresh = { ...emptyDraft(unitId, null, '2027-01-01'), title: 'Giao ban' };
  expect(wishOf(fresh)).not.toHaveProperty('zone');
  const { repeat: _repeat, lengthSaid: _said, zone: _zone, ...same } = fresh;
  const series = {
    ...same,
    id: unitId,
    unitId,
    unitName: 'Sở mẫu',
    level: 'department',
    firstDay: '2027-01-01',
    rule: 'FREQ=MONTHLY;BYMONTHDAY=25',
    zone: 'Asia/Tokyo',
    choices: [],
    state: 'active' as const,
    fromDay: null,
    untilDay: null,
    followsId: null,
    version: 1,
    authorId: null,
    frozen: false,
    changeable: true,
    approvable: false,
    kindName: { vi: 'Giao ban', en: 'Briefing' },
  };
  const edited = { ...draftOf(series), startsAt: '09:00' };
  expect(wishOf(edited)).toMatchObject({ zone: 'Asia/Tokyo', startsAt: '09:00' });
  expect(previewOf(edited, unitId)).toMatchObject({ zone: 'Asia/Tokyo' });
});
