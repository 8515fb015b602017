import type { TestBed } from '@diemcau/testing/service';
import { type Maker, startMeetings } from './meetings.js';
import { Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  planning = await Planning.start(bed, make);
});

test('series outside of plans are listed apart from lines of plans, with what the reader may approve (HB-7.2, I12)', async () => {
  const { id: planId } = await planning.plan();
  await planning.make({ planId, title: 'Dòng của kế hoạch' });
  const open = await planning.make({ title: 'Chờ duyệt' });
  await planning.active({ title: 'Đã duyệt' });
  const listed = async (outsidePlans: boolean, caller = planning.leader) =>
    (await planning.series.list({ outsidePlans }, caller)).items.map(
      ({ title, approvable }) => `${title}${approvable ? ' *' : ''}`,
    );
  expect(await listed(true)).toEqual(['Chờ duyệt *', 'Đã duyệt']);
  expect(await listed(true, planning.writer)).toEqual(['Chờ duyệt', 'Đã duyệt']);
  expect(await listed(false)).toEqual(['Dòng của kế hoạch']);
  expect((await planning.series.list({}, planning.leader)).total).toBe(3);
  await planning.changes.approve({ seriesId: open.id, version: open.version }, planning.leader);
  expect(await listed(true)).toEqual(['Chờ duyệt', 'Đã duyệt']);
});
