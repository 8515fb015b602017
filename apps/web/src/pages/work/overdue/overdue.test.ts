import type { OccurrenceAction } from '@diemcau/contracts/meetings/occurrences-parts';
import { pastTheirEnd, settlingOf } from './overdue';

const now = Date.parse('2026-11-22T10:00:00Z');
const at = (state: 'live' | 'paused' | 'checking' | 'scheduled', endsAt: string) => ({ state, endsAt });

test('what is past its end is listed, with what still holds its room first and then the latest', () => {
  const [old, late, open] = [
    at('scheduled', '2026-11-20T09:00:00Z'),
    at('checking', '2026-11-22T09:00:00Z'),
    at('paused', '2026-11-19T09:00:00Z'),
  ];
  const running = at('live', '2026-11-22T10:30:00Z');
  expect(pastTheirEnd([old, running, late, open], now)).toEqual([open, late, old]);
});

test.each<[string, 'live' | 'checking', OccurrenceAction[], boolean, string | null]>([
  ['presides over one that goes on', 'live', ['pause', 'end', 'abort'], false, 'finish'],
  ['writes one that goes on', 'live', [], true, 'haveFinished'],
  ['presides over one that never began', 'checking', ['start'], false, 'hold'],
  ['writes one that never began', 'checking', ['change', 'postpone', 'cancel'], true, 'drop'],
  ['does both', 'checking', ['change', 'postpone', 'cancel', 'start'], true, 'holdOrDrop'],
  ['only takes part', 'checking', [], false, null],
  ['only takes part in one that goes on', 'live', [], false, null],
])('who %s is told what is left to do', (_, state, actions, writes, left) => {
  expect(settlingOf({ state }, actions, writes)).toBe(left);
});
