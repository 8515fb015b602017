import { figuresOf, totalOf } from './figures.js';
import { hashOf, type Joined, type ReportSource } from './source.js';

const joined = (more: Partial<Joined>): Joined => ({
  occurrenceId: 'a',
  siteId: 's',
  minutes: 90,
  expected: 40,
  present: null,
  check: null,
  ...more,
});
const source: ReportSource = {
  held: ['a'],
  cancelled: ['c'],
  joined: [
    joined({ present: 30, check: 'pass' }),
    joined({ siteId: 't', present: 50, check: 'fail' }),
    joined({ occurrenceId: 'b', minutes: 45 }),
  ],
  sites: [
    { id: 's', score: 80 },
    { id: 't', score: null },
  ],
  devices: [
    { id: 'd', condition: 'good' },
    { id: 'e', condition: 'broken' },
  ],
  maintenances: [
    { id: 'm', cost: 150_000 },
    { id: 'n', cost: null },
  ],
  costs: [{ id: 'k', planned: 12_000_000, actual: null }],
};

describe('the figures of a year (HB-11.4, I31)', () => {
  test('are counted from its events: what nobody counted is no absence', () => {
    expect(figuresOf(source)).toEqual({
      meetingsHeld: 1,
      meetingsJoined: 2,
      meetingsCancelled: 1,
      minutesOfUse: 225,
      expected: 80,
      present: 80,
      attendancePercent: 100,
      checks: 2,
      checksPassed: 1,
      availabilityPercent: 50,
      sites: 2,
      readinessPercent: 80,
      devices: 2,
      devicesBroken: 1,
      maintenances: 2,
      maintenanceVnd: 150_000,
      plannedVnd: 12_000_000,
      actualVnd: 0,
    });
  });

  test('of several units are sums, and percentages of the sums', () => {
    const one = figuresOf(source);
    const other = figuresOf({
      ...source,
      joined: [joined({ present: 0, check: 'pass' })],
      sites: [{ id: 'x', score: 20 }],
    });
    const total = totalOf([one, other]);
    expect(total.minutesOfUse).toBe(315);
    expect([total.checks, total.checksPassed, total.availabilityPercent]).toEqual([3, 2, 66.7]);
    expect([total.expected, total.present, total.attendancePercent]).toEqual([120, 80, 66.7]);
    expect([total.sites, total.readinessPercent]).toEqual([3, 60]);
    expect(totalOf([]).attendancePercent).toBeNull();
  });

  test('of a unit without any event are noughts, and shares of nothing are none', () => {
    const none = figuresOf({ ...source, joined: [], sites: [], held: [] });
    expect([none.meetingsJoined, none.attendancePercent, none.readinessPercent]).toEqual([0, null, null]);
  });
});

test('the same events have the same hash in whatever order their keys come, others another', () => {
  const { held, cancelled, joined: meetings, ...rest } = source;
  const reversed: ReportSource = { ...rest, joined: meetings, cancelled, held };
  expect(hashOf(reversed)).toBe(hashOf(source));
  expect(hashOf({ ...source, held: ['b'] })).not.toBe(hashOf(source));
});
