import type { Reminder } from '@diemcau/contracts/meetings/reminders';
import { grouped, spanOf } from './groups';

const reminder = (more: Partial<Reminder>): Reminder => ({
  id: null,
  about: 'answer',
  minutes: 4320,
  sequence: 0,
  dueAt: '2026-11-20T01:00:12Z',
  state: 'planned',
  decidedAt: null,
  people: 0,
  to: [],
  subject: 'Phòng họp mẫu',
  unitName: 'Trường mẫu',
  personName: null,
  ...more,
});

test('sites reminded of the same at the same minute are one line, with all who got a mail', () => {
  const sent = { state: 'sent', people: 2 } as const;
  const groups = grouped([
    reminder({ ...sent, subject: 'Một' }),
    reminder({ about: 'start', minutes: 1440, to: ['chair'] }),
    reminder({ ...sent, subject: 'Hai', dueAt: '2026-11-20T01:00:48Z' }),
    reminder({ subject: 'Ba' }),
  ]);
  expect(groups.map(({ of, people }) => [of.map(({ subject }) => subject), people])).toEqual([
    [['Một', 'Hai'], 4],
    [['Phòng họp mẫu'], 0],
    [['Ba'], 0],
  ]);
});

test.each([
  [10_080, { span: 'days', n: 7 }],
  [60, { span: 'hours', n: 1 }],
  [90, { span: 'minutes', n: 90 }],
])('%i minutes are said in the largest span without a fraction', (minutes, said) => {
  expect(spanOf(minutes)).toEqual(said);
});
