import type { CheckPolicy } from '@diemcau/contracts/meetings/checks';
import { closesTooSoon, differs, draftOf } from './draft';

const policy: CheckPolicy = {
  unitId: 'unit',
  version: 2,
  definedBy: 'unit',
  opensDaysBefore: 3,
  closesHoursBefore: 24,
  neededItems: ['power', 'equipment'],
};

test('what is demanded is shown in the order in which it is asked, and is no change by itself', () => {
  const draft = draftOf(policy);
  expect(draft.neededItems).toEqual(['equipment', 'power']);
  expect(differs(draft, policy)).toBe(false);
  expect(differs({ ...draft, closesHoursBefore: 12 }, policy)).toBe(true);
});

test.each([
  [1, 23, false],
  [1, 24, true],
  [2, 47, false],
  [3, 72, true],
  [14, 72, false],
])('opened %i days before, closed %i hours before: too soon is %s (HB-8.2)', (opens, closes, tooSoon) => {
  const draft = { ...draftOf(policy), opensDaysBefore: opens, closesHoursBefore: closes };
  expect(closesTooSoon(draft)).toBe(tooSoon);
});
