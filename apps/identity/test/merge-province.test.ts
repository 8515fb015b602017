import type { UserCaller } from '@diemcau/contracts/core/caller';
import { AuditLogClient } from '@diemcau/contracts/identity/audit';
import { GrantsClient } from '@diemcau/contracts/identity/grants';
import { ImportsClient } from '@diemcau/contracts/identity/imports';
import { type Unit, UnitsClient } from '@diemcau/contracts/identity/units';
import { UnitEventsClient } from '@diemcau/contracts/identity/unit-events';
import { UserChangesClient, UsersClient } from '@diemcau/contracts/identity/users';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { TestBed } from '@diemcau/testing/service';
import { makeFirstAdmin } from '../src/first-admin/first-admin.js';
import { RightsService } from '../src/grants/rights.service.js';
import { ProvinceMerger } from '../src/merge-province/merging.js';
import { TakingEffectService } from '../src/units/taking-effect.service.js';
import { codeOf } from './grants-bed.js';
import { secretsKey, service, startIdentity, userCaller } from './identity.js';

let bed: TestBed;
let merger: ProvinceMerger;
let units: UnitsClient;
beforeAll(async () => {
  ({ bed } = await startIdentity());
  [merger, units] = [new ProvinceMerger(bed.part(DataSource)), bed.client(UnitsClient)];
});
afterAll(() => bed.stop());

interface Administered {
  readonly code: string;
  readonly id: string;
  readonly adminId: string;
}

/** A province as an installation gets it, with its admin signed in for good. */
async function administered(name: string): Promise<Administered> {
  const code = `so-${randomUUID().slice(0, 8)}`;
  const { userId: adminId } = await makeFirstAdmin(bed.part(DataSource), secretsKey, {
    provinceName: name,
    provinceCode: code,
    userName: `quan-tri-${code}`,
    displayName: 'Quản trị sở',
  });
  await bed.sql(`UPDATE identity.users SET state = 'active', password_hash = 'x' WHERE id = $1`, [adminId]);
  const [province] = await bed.sql<{ id: string }>('SELECT id FROM identity.units WHERE code = $1', [code]);
  // As it would be after some years.
  await bed.sql(`UPDATE identity.unit_versions SET valid_from = '2020-01-01' WHERE unit_id = $1`, [
    province?.id,
  ]);
  return { code, id: province?.id ?? '', adminId };
}

/** With the rights of this moment, as a new access token would carry them. */
async function as({ adminId }: Administered): Promise<UserCaller> {
  const { rights } = await bed.part(RightsService).of(adminId);
  return { ...userCaller(adminId, randomUUID()), ...rights };
}

async function school(of: Administered, code: string): Promise<string> {
  const { unitId } = await bed
    .client(UnitEventsClient)
    .found(
      { parentId: of.id, type: 'school', name: `Trường ${code}`, code, effectiveOn: '2020-01-01' },
      await as(of),
    );
  return unitId;
}

const person = async (of: Administered, unitId: string, code: string): Promise<string> =>
  (
    await bed
      .client(UserChangesClient)
      .create({ displayName: 'Nguyễn Văn An', unitId, kind: 'staff', code }, await as(of))
  ).id;

const unit = (unitId: string): Promise<Unit> => units.find({ unitId }, service);

let into: Administered;
let old: Administered;
beforeEach(async () => {
  [into, old] = [await administered('Sở tiếp nhận'), await administered('Sở sáp nhập')];
});
const asked = (more: object = {}) => ({
  from: old.code,
  into: into.code,
  effectiveOn: '2025-07-01',
  decisionNumber: '202/2025/QH15',
  decisionDate: '2025-06-12',
  codeSuffix: 'cu',
  ...more,
});

describe('two provinces, each with its admin, of which one becomes part of the other (SYS-5)', () => {
  test('neither admin can do it: the other province is not there for them (DA-0)', async () => {
    const { version } = await unit(old.id);
    const event = {
      kind: 'merge',
      effectiveOn: '2025-07-01',
      decisionNumber: null,
      decisionDate: null,
      unitId: old.id,
      version,
      intoId: into.id,
    } as const;
    for (const admin of [await as(old), await as(into)]) {
      expect(await codeOf(bed.client(UnitEventsClient).record(event, admin))).toBe('units.notFound');
      expect(await codeOf(bed.client(UnitEventsClient).preview(event, admin))).toBe('units.notFound');
    }
  });

  test('whoever runs the installation does: units and people come along, codes that clash get the suffix (I2)', async () => {
    const [kept, moved, alone] = [
      await school(into, 'thpt-1'),
      await school(old, 'thpt-1'),
      await school(old, 'thpt-2'),
    ];
    await person(into, kept, '0001');
    const [teacher, clerk] = [await person(old, moved, '0001'), await person(old, old.id, '0002')];

    const previewed = await merger.preview(asked());
    expect(previewed).toMatchObject({ preview: { closed: 1, moved: 3, people: 2, grants: 1, recoded: 2 } });
    expect(await unit(moved)).toMatchObject({ code: 'thpt-1', parentId: old.id });

    await merger.merge(asked());
    expect(await unit(old.id)).toMatchObject({ state: 'closed', path: [into.id, old.id] });
    expect(await unit(moved)).toMatchObject({ code: 'thpt-1-cu', parentId: into.id, state: 'active' });
    expect(await unit(alone)).toMatchObject({ code: 'thpt-2', parentId: into.id });
    const people = await bed.sql(
      'SELECT id, code, unit_id, province_id FROM identity.users WHERE id = ANY ($1)',
      [[teacher, clerk, old.adminId]],
    );
    expect(people).toHaveLength(3);
    expect(people).toEqual(
      expect.arrayContaining([
        { id: teacher, code: '0001-cu', unit_id: moved, province_id: into.id },
        { id: clerk, code: '0002', unit_id: into.id, province_id: into.id },
        expect.objectContaining({ id: old.adminId, unit_id: into.id }),
      ]),
    );
  });

  test('after it the successor’s admin looks after everything, the former one after the closed department alone', async () => {
    const moved = await school(old, 'thpt-3');
    const teacher = await person(old, moved, '0003');
    await merger.merge(asked());
    const [successor, former] = [await as(into), await as(old)];
    const giving = (unitId: string) => ({ userId: teacher, role: 'teacher', unitId, subtree: false });

    await expect(bed.client(GrantsClient).give(giving(moved), successor)).resolves.toMatchObject({
      role: 'teacher',
    });
    await expect(bed.client(UsersClient).find({ userId: teacher }, successor)).resolves.toMatchObject({
      id: teacher,
    });

    expect(await codeOf(bed.client(GrantsClient).give(giving(moved), former))).toBe('units.notFound');
    expect(await codeOf(bed.client(GrantsClient).give(giving(into.id), former))).toBe('units.notFound');
    expect(await codeOf(bed.client(UsersClient).find({ userId: teacher }, former))).toBe('users.notFound');
    const held = await bed.sql(
      `SELECT unit_id, revoked_at FROM identity.role_grants WHERE user_id = $1 AND role = 'departmentAdmin'`,
      [old.adminId],
    );
    expect(held).toEqual([{ unit_id: old.id, revoked_at: null }]);
  });

  test('what the province had imported and noted is seen by the successor’s admin as well', async () => {
    const { id: importId } = await bed
      .client(ImportsClient)
      .begin({ kind: 'staff', fileName: 'can-bo.csv' }, await as(old));
    await bed.sql(
      `INSERT INTO identity.audit_entries (at, province_id, unit_id, actor_kind, actor_id, action, object_kind, object_id)
       VALUES (now(), $1, NULL, 'user', $2, 'sessions.open', 'user', $2)`,
      [old.id, old.adminId],
    );
    expect(await codeOf(bed.client(ImportsClient).find({ importId }, await as(into)))).toBe(
      'imports.notFound',
    );
    await merger.merge(asked());
    const admin = await as(into);
    await expect(bed.client(ImportsClient).find({ importId }, admin)).resolves.toMatchObject({
      id: importId,
    });
    const { items } = await bed.client(ImportsClient).list({}, admin);
    expect(items.map(({ id }) => id)).toContain(importId);
    const noted = await bed
      .client(AuditLogClient)
      .list({ objectId: old.adminId, action: 'sessions.open' }, admin);
    expect(noted.items).toHaveLength(1);
  });

  test('the successor keeps its last admin; that of the closed department may go (I5)', async () => {
    await merger.merge(asked());
    const grantOf = async ({ adminId }: Administered) => {
      const [row] = await bed.sql<{ id: string }>('SELECT id FROM identity.role_grants WHERE user_id = $1', [
        adminId,
      ]);
      return { grantId: row?.id ?? '' };
    };
    const admin = await as(into);
    expect(await codeOf(bed.client(GrantsClient).revoke(await grantOf(into), admin))).toBe(
      'grants.lastAdmin',
    );
    expect(await codeOf(bed.client(GrantsClient).revoke(await grantOf(old), admin))).toBe('done');
  });

  test('asked twice, also at the same moment, it happens once, and the audit log says who did it (I7)', async () => {
    const merged = await Promise.all([merger.merge(asked()), merger.merge(asked())]);
    expect(merged.map(({ outcome }) => outcome).sort()).toEqual(['known', 'recorded']);
    expect(await merger.merge(asked())).toMatchObject({
      outcome: 'known',
      known: { effectiveOn: '2025-07-01' },
    });
    expect(await merger.preview(asked())).toMatchObject({ outcome: 'known' });
    const { items } = await bed.client(AuditLogClient).list({ action: 'units.merge' }, await as(into));
    expect(items.filter(({ unitId }) => unitId === old.id)).toEqual([
      expect.objectContaining({ actorKind: 'service', actorId: 'installation operator' }),
    ]);
  });

  test('a day to come is planned, takes effect by itself, and can be taken back until then', async () => {
    const later = asked({ effectiveOn: '2960-07-01' });
    expect(await merger.merge(later)).toMatchObject({ outcome: 'recorded', event: { state: 'planned' } });
    expect(await unit(old.id)).toMatchObject({ state: 'active', parentId: null });
    expect(await merger.merge(later)).toMatchObject({ outcome: 'known', known: { state: 'planned' } });
    await expect(merger.merge(asked({ effectiveOn: '2961-01-01' }))).rejects.toThrow('--cancel');

    await merger.cancel(old.code);
    await expect(merger.cancel(old.code)).rejects.toThrow('cannot be taken back');
    await merger.merge(later);
    await bed.part(TakingEffectService).catchUp('2960-07-01');
    expect(await unit(old.id)).toMatchObject({ state: 'closed', path: [into.id, old.id] });
    await expect(merger.cancel(old.code)).rejects.toThrow('cannot be taken back');
  });

  test('is refused with the reason, and nothing is written', async () => {
    await expect(merger.merge(asked({ into: 'so-khong-co' }))).rejects.toThrow(
      /Không có tỉnh nào.*\n.*No province has the code/,
    );
    expect(await codeOf(merger.merge(asked({ into: old.code })))).toBe('unitEvents.sameUnit');
    expect(await codeOf(merger.merge(asked({ effectiveOn: '2019-01-01' })))).toBe('unitEvents.tooEarly');
    expect(await unit(old.id)).toMatchObject({ state: 'active', parentId: null });
    await merger.merge(asked());
    await expect(merger.merge(asked({ effectiveOn: '2025-08-01' }))).rejects.toThrow(
      'is part of Sở tiếp nhận',
    );
    const again = {
      provinceName: 'Sở',
      provinceCode: old.code,
      userName: 'nguoi-moi',
      displayName: 'Người mới',
    };
    await expect(makeFirstAdmin(bed.part(DataSource), secretsKey, again)).rejects.toThrow(
      'is part of Sở tiếp nhận',
    );
  });
});
