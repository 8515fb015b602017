import type { Unit } from '@diemcau/contracts/identity/units';
import { mayDrop } from './dragging';

const unit = (id: string, path: string[], over: Partial<Unit> = {}): Unit => ({
  id,
  parentId: path.at(-1) ?? null,
  type: 'school',
  name: id,
  code: id,
  state: 'active',
  path: [...path, id],
  validFrom: '2020-01-01',
  validTo: null,
  version: 1,
  ...over,
});
const school = unit('school', ['department', 'districtA']);
const always = () => true;

test.each([
  ['another office takes it', unit('districtB', ['department']), always, true],
  ['where it is already', unit('districtA', ['department']), always, false],
  ['itself', school, always, false],
  ['below itself', unit('class', ['department', 'districtA', 'school']), always, false],
  ['a closed unit', unit('districtB', ['department'], { state: 'closed' }), always, false],
  ['a type that it does not lie under', unit('districtB', ['department']), () => false, false],
])('%s', (_, target, mayLieUnder, allowed) => {
  expect(mayDrop(school, target, mayLieUnder)).toBe(allowed);
});
