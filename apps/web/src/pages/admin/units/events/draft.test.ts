import type { Unit } from '@diemcau/contracts/identity/units';
import { beginDraft, type Draft, eventOf, needsTyping } from './draft';

const unit: Unit = {
  id: 'u1',
  parentId: 'p1',
  type: 'school',
  name: 'Trường THPT mẫu',
  code: 'thpt-mau',
  state: 'active',
  path: ['p1', 'u1'],
  validFrom: '2020-01-01',
  validTo: null,
  version: 3,
};
const today = '2026-11-22';
const draft = (kind: Draft['kind'], over: Partial<Draft> = {}): Draft => ({
  ...beginDraft(kind, unit, today, null),
  ...over,
});
const common = { effectiveOn: today, decisionNumber: null, decisionDate: null };

test.each([
  ['a move', draft('move', { parentId: 'p2' }), { kind: 'move', parentId: 'p2', unitId: 'u1', version: 3 }],
  [
    'a new name',
    draft('rename', { name: ' Trường THCS&THPT mẫu ' }),
    { kind: 'rename', name: 'Trường THCS&THPT mẫu', code: 'thpt-mau', unitId: 'u1', version: 3 },
  ],
  [
    'a founding, under the unit',
    draft('found', { type: 'division', name: 'Tổ Toán', code: 'to-toan' }),
    { kind: 'found', parentId: 'u1', type: 'division', name: 'Tổ Toán', code: 'to-toan' },
  ],
  ['a merger', draft('merge', { intoId: 'u9' }), { kind: 'merge', intoId: 'u9', unitId: 'u1', version: 3 }],
  [
    'a closing with somewhere for its people',
    draft('close', { peopleTo: 'u9' }),
    { kind: 'close', peopleTo: 'u9', unitId: 'u1', version: 3 },
  ],
  [
    'a closing after which each unit below goes its own way',
    draft('close', {
      peopleTo: 'u9',
      goals: new Map([
        ['c1', { to: 'unit', unitId: 'u8' }],
        ['c2', { to: 'unit', unitId: 'u9' }],
        ['c3', { to: 'closing' }],
      ]),
    }),
    {
      kind: 'close',
      peopleTo: 'u9',
      moves: [
        { unitId: 'c1', parentId: 'u8' },
        { unitId: 'c2', parentId: 'u9' },
      ],
      alsoClose: ['c3'],
      unitId: 'u1',
      version: 3,
    },
  ],
  [
    'a split with a type, a place, units below and people for its parts',
    draft('split', {
      parts: [
        { name: 'Xã Bắc', code: 'xa-bac', type: 'commune', parentId: 'p1' },
        { name: 'Xã Nam', code: 'xa-nam', type: null, parentId: null },
      ],
      peopleToPart: 1,
      goals: new Map([['c1', { to: 'part', at: 1 }]]),
    }),
    {
      kind: 'split',
      parts: [
        { name: 'Xã Bắc', code: 'xa-bac', type: 'commune', parentId: 'p1' },
        { name: 'Xã Nam', code: 'xa-nam', childIds: ['c1'] },
      ],
      goesOn: false,
      peopleToPart: 1,
      unitId: 'u1',
      version: 3,
    },
  ],
])('%s is sent with what its kind takes, and nothing else', (_, from, sent) => {
  expect(eventOf(from, unit)).toEqual({ ...common, ...sent });
});

test.each([
  ['a move to where it is', draft('move', { parentId: 'p1' })],
  ['a move to nowhere', draft('move')],
  ['the same name again', draft('rename')],
  ['a merger into nothing', draft('merge')],
  ['a split with a nameless part', draft('split')],
  ['anything without a day', draft('close', { effectiveOn: null })],
])('%s is not sent', (_, from) => {
  expect(eventOf(from, unit)).toBeNull();
});

test('what holds at once and cannot be taken back is confirmed by typing', () => {
  expect(needsTyping(draft('close'), today)).toBe(true);
  expect(needsTyping(draft('close', { effectiveOn: '2027-01-01' }), today)).toBe(false);
  expect(needsTyping(draft('move', { parentId: 'p2' }), today)).toBe(false);
});
