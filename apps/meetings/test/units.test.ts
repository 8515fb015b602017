import { anonymous } from '@diemcau/contracts/core/caller';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { RoomFacts, RoomsClient } from '@diemcau/contracts/meetings/rooms';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { holding, type Maker, startMeetings } from './meetings.js';
import { happens } from './unit-events.js';

let bed: TestBed;
let make: Maker;
let rooms: RoomsClient;
let province: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  rooms = bed.client(RoomsClient);
  province = await make.unit('Sở mẫu');
});
afterAll(() => bed.stop());

const invitedTo = async (slug: string) =>
  (await rooms.invitedUnits({ slug }, anonymous)).items.map(({ name }) => name);

test('a room is called after its owner as the owner is called now, at the same address (SYS-5)', async () => {
  const school = await make.unit('Trường THPT Tên Cũ', province);
  const room = await make.room([province, school]);
  const heard = bed.listen(RoomFacts.changed);
  await happens(bed, school, { kind: 'rename', name: 'Trường THPT Tên Mới' });
  const renamed = await eventually(
    () => rooms.find({ slug: room.slug }, anonymous),
    ({ ownerUnitName }) => ownerUnitName === 'Trường THPT Tên Mới',
  );
  expect(renamed).toMatchObject({ id: room.id, ownerUnitId: school, version: 2 });
  await eventually(
    () => heard.filter(({ id }) => id === room.id).length,
    (told) => told === 1,
  );
});

test('who may do what in a room follows the place of its owner', async () => {
  const [from, to] = [await make.unit('Nơi cũ', province), await make.unit('Nơi mới', province)];
  const school = await make.unit('Trường chuyển', from);
  const room = await make.room([province, from, school]);
  const mine = async (unitId: string) =>
    (await rooms.mine({}, holding('unitOperator', unitId))).items.map(({ id }) => id);
  await expect(mine(from)).resolves.toEqual([room.id]);
  await happens(bed, school, { kind: 'move', parentId: to });
  await eventually(
    () => mine(to),
    (ids) => ids.includes(room.id),
  );
  await expect(mine(from)).resolves.toEqual([]);
});

test('guests pick invited units by their present names, and successors instead of closed ones (I3)', async () => {
  const [old, into, other] = [
    await make.unit('Trường THCS Cũ', province),
    await make.unit('Trường THCS Nhận', province),
    await make.unit('Trường THCS Khác', province),
  ];
  const { slug } = await make.room([province], {
    invited: { [old]: 'Trường THCS Cũ', [other]: 'Trường THCS Khác' },
  });
  await happens(bed, old, { kind: 'merge', intoId: into });
  await happens(bed, other, { kind: 'rename', name: 'Trường THCS Đổi Tên' });
  await eventually(
    () => invitedTo(slug),
    (names) => names.join() === 'Trường THCS Đổi Tên,Trường THCS Nhận',
  );
});

test('a closed unit is invited to nothing more (I3)', async () => {
  const closed = await make.unit('Trường sẽ đóng', province);
  const room = await make.room([province]);
  await happens(bed, closed, { kind: 'close' });
  const invite = rooms.change(
    { roomId: room.id, version: 1, invitedUnitIds: [closed] },
    holding('departmentAdmin', province),
  );
  await expect(invite).rejects.toThrow(unitErrors.closed.code);
});

test('a unit that closes while it is being invited ends up uninvited, whoever was first (I3)', async () => {
  for (let round = 0; round < 5; round++) {
    const school = await make.unit(`Trường đua ${round}`, province);
    const room = await make.room([province]);
    await Promise.allSettled([
      happens(bed, school, { kind: 'close' }),
      rooms.change(
        { roomId: room.id, version: 1, invitedUnitIds: [school] },
        holding('departmentAdmin', province),
      ),
    ]);
    await eventually(
      () => invitedTo(room.slug),
      (names) => names.length === 0,
    );
  }
});

test('a request is called after, and lies where, the unit that asked is now, also once it is reported (HB-4.2)', async () => {
  const from = await make.unit('Phòng cũ', province);
  const [to, asking] = [await make.unit('Phòng mới', province), await make.unit('Trường THPT Xin Họp', from)];
  const id = randomUUID();
  await bed.sql(
    `INSERT INTO meetings.occurrences (id, unit_id, unit_path, unit_name, kind, title, state, starts_at, ends_at,
       requesting_unit_id, requesting_unit_path, requesting_unit_name)
     VALUES ($1, $2, $3, 'Sở mẫu', 'conference', 'Họp đột xuất', 'reported', '2026-10-01', '2026-10-02', $4, $5,
       'Trường THPT Xin Họp')`,
    [id, province, [province], asking, [province, from, asking]],
  );
  await happens(bed, asking, { kind: 'rename', name: 'Trường THPT Đã Xin Họp' });
  await happens(bed, asking, { kind: 'move', parentId: to });
  const [row] = await eventually(
    () =>
      bed.sql(
        'SELECT requesting_unit_name AS name, requesting_unit_path AS path FROM meetings.occurrences WHERE id = $1',
        [id],
      ),
    ([found]) => found?.['name'] === 'Trường THPT Đã Xin Họp' && JSON.stringify(found['path']).includes(to),
  );
  expect(row).toEqual({ name: 'Trường THPT Đã Xin Họp', path: [province, to, asking] });
});
