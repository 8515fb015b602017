import { plainRepeat, repeatOf, ruleOf, untilOf } from './repeat';

describe('a rule as people say it', () => {
  test.each([
    ['FREQ=MONTHLY;BYMONTHDAY=25', 'monthDay'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', 'monthDay'],
    ['FREQ=MONTHLY;BYMONTH=7,8;BYMONTHDAY=15;UNTIL=20271231', 'monthDay'],
    ['FREQ=MONTHLY;BYDAY=1MO', 'monthWeekday'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'monthWeekday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', 'weekly'],
    ['FREQ=WEEKLY;BYMONTH=7,8;BYDAY=TU', 'weekly'],
  ])('%s is %s, and the same rule again', (rule, kind) => {
    const repeat = repeatOf(rule);
    expect(repeat.kind).toBe(kind);
    expect(ruleOf(repeat)).toBe(rule);
  });

  test.each([
    'FREQ=DAILY',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=1MO,3MO',
    'FREQ=WEEKLY;BYDAY=FR,MO',
  ])('what cannot be said so is kept as it is: %s', (rule) => {
    expect(repeatOf(rule)).toMatchObject({ kind: 'rule', text: rule });
    expect(ruleOf(repeatOf(rule))).toBe(rule);
  });

  test('days and months are written in their order', () => {
    expect(ruleOf({ ...plainRepeat, kind: 'weekly', weekdays: ['FR', 'MO'], months: [8, 7] })).toBe(
      'FREQ=WEEKLY;BYMONTH=7,8;BYDAY=MO,FR',
    );
  });
});

test.each([
  [null, null, null],
  [null, '2027-12-31', '2027-12-31'],
  ['2027-05-31', null, '2027-05-31'],
  ['2027-05-31', '2027-12-31', '2027-05-31'],
  ['2028-05-31', '2027-12-31', '2027-12-31'],
])('what is to end on %s, and ends by %s anyhow, ends on %s', (wanted, lastDay, until) => {
  expect(untilOf(wanted, lastDay)).toBe(until);
});
