import { filtersOf } from './filters';

test('a choice of maintenance becomes what the server is asked', () => {
  expect(filtersOf({ standing: 'late' })).toEqual({ maintenance: 'late' });
  expect(filtersOf({ standing: 'unplanned' })).toEqual({ maintenance: 'unplanned' });
  expect(filtersOf({ standing: '90', unitId: 'u' })).toEqual({
    unitId: 'u',
    maintenance: 'due',
    withinDays: 90,
  });
});

test('what an address holds that is no choice is left out', () => {
  expect(filtersOf({ standing: '9000', sort: 'colour', condition: 'blue', state: 'active' })).toEqual({});
  expect(filtersOf({ sort: '-dueOn', condition: 'worn', state: 'retired' })).toEqual({
    sort: '-dueOn',
    condition: 'worn',
    state: 'retired',
  });
});
