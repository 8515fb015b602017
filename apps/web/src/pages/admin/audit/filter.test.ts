import { filterOf } from './filter';

test('days become moments in Vietnam, the last day whole', () => {
  expect(filterOf({ first: '2026-10-30', last: '2026-10-31', action: 'users', unitId: undefined })).toEqual({
    action: 'users',
    from: '2026-10-30T00:00:00+07:00',
    to: '2026-11-01T00:00:00+07:00',
  });
});
