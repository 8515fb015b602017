import { permissions } from '@diemcau/contracts/identity/permissions';
import { permissionGroups } from './permission-groups';

test('every permission stands in one group', () => {
  expect(permissionGroups.flatMap(({ of }) => [...of]).toSorted()).toEqual([...permissions].toSorted());
});
