import { grantErrors } from '@diemcau/contracts/identity/grants';
import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import { eventually } from '@diemcau/testing/service';
import {
  bed,
  grants,
  roles,
  province,
  district,
  school,
  foreign,
  someone,
  holding,
  codeOf,
  standGrants,
} from './grants-bed.js';

standGrants();

describe('a role that a province defines', () => {
  const line = { nameVi: 'Kiểm tra đường truyền', nameEn: 'Line inspector' };

  test('is for that province alone, and changes with everybody who holds it', async () => {
    const admin = await holding('departmentAdmin', province);
    const role = await roles.define({ ...line, permissions: ['units.read', 'rooms.enter'] }, admin);
    expect((await roles.list({}, admin)).items).toContainEqual(role);
    const stranger = await holding('departmentAdmin', foreign);
    expect((await roles.list({}, stranger)).items.map(({ key }) => key)).not.toContain(role.key);
    const abroad = grants.give(
      { userId: await someone(foreign), role: role.key, unitId: foreign, subtree: false },
      stranger,
    );
    expect(await codeOf(abroad)).toBe(grantErrors.roleNotFound.code);

    const userId = await someone(school);
    await grants.give({ userId, role: role.key, unitId: school, subtree: false }, admin);
    const told = bed.listen(SessionFacts.rightsChanged);
    const change = { ...line, key: role.key, version: role.version, permissions: ['units.read' as const] };
    await expect(roles.change(change, admin)).resolves.toMatchObject({
      permissions: ['units.read'],
      holders: 1,
    });
    await eventually(
      () => told.flatMap(({ users }) => users.map((user) => user.userId)),
      (ids) => ids.includes(userId),
    );
    expect(await codeOf(roles.change(change, admin))).toBe(grantErrors.changedMeanwhile.code);
    expect(await codeOf(roles.remove({ key: role.key }, admin))).toBe(grantErrors.roleInUse.code);
    expect(await codeOf(roles.remove({ key: role.key }, stranger))).toBe(grantErrors.roleNotFound.code);
  });

  test('never permits more than its maker holds, and built-in roles stay as they are', async () => {
    const admin = await holding('departmentAdmin', province);
    const weak = { ...admin, roles: { departmentAdmin: ['units.read', 'roles.define'] as const } };
    expect(await codeOf(roles.define({ ...line, permissions: ['audit.read'] }, weak))).toBe(
      grantErrors.beyond.code,
    );
    expect(await codeOf(roles.remove({ key: 'teacher' }, admin))).toBe(grantErrors.builtIn.code);
    expect(
      await codeOf(roles.define({ ...line, permissions: [] }, await holding('unitOperator', district))),
    ).toBe('common.notAllowed');
  });
});
