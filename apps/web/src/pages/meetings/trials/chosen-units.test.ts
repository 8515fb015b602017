import { choosesSome, type ChosenUnits, wantedOf } from './chosen-units';

const chosen: ChosenUnits = { how: 'below', each: ['one'], unitId: 'province', types: ['school'] };

test('only what is chosen in the way that stands open is sent', () => {
  expect(wantedOf(chosen)).toEqual({ unitIds: [], below: { unitId: 'province', types: ['school'] } });
  expect(wantedOf({ ...chosen, how: 'each' })).toEqual({ unitIds: ['one'] });
  expect(wantedOf({ ...chosen, unitId: null })).toEqual({ unitIds: [] });
});

test('a choice is empty without a unit below which, or without single ones', () => {
  expect([choosesSome(chosen), choosesSome({ ...chosen, unitId: null })]).toEqual([true, false]);
  expect(choosesSome({ ...chosen, how: 'each', each: [] })).toBe(false);
});
