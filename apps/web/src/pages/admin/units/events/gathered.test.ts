import type { UnitChange, UnitLooks } from '@diemcau/contracts/identity/unit-events';
import { gathered } from './gathered';

const looks = (name: string, over: Partial<UnitLooks> = {}): UnitLooks => ({
  name,
  code: name,
  type: 'school',
  parentId: 'district',
  state: 'active',
  ...over,
});
const change = (name: string, over: Partial<UnitLooks>): UnitChange => ({
  unitId: name,
  before: looks(name),
  after: looks(name, over),
});

test('units that only move are named together under where they come to; everything else stands alone', () => {
  const { single, arrivals } = gathered([
    change('district', { state: 'closed' }),
    change('A', { parentId: 'north' }),
    change('B', { parentId: 'north' }),
    change('C', { parentId: 'south' }),
    change('D', { parentId: 'north', code: 'd-2' }),
    { unitId: 'north', before: null, after: looks('north') },
  ]);
  expect(arrivals).toEqual([{ parentId: 'north', names: ['A', 'B'] }]);
  expect(single.map(({ unitId }) => unitId)).toEqual(['district', 'C', 'D', 'north']);
});
