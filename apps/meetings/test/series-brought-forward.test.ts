import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { MakingJob } from '../src/scheduling/making.job.js';
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
  itIs('2027-02-01');
  planning = await Planning.start(bed, make);
});

function itIs(day: string): void {
  bed.part(Clock).now = () => new Date(`${day}T02:00:00Z`);
}
const run = () => bed.part(MakingJob).run();
/** A monthly briefing with its meetings of 90 days made: until 2 May. */
async function briefing(): Promise<string> {
  const { id } = await planning.active();
  await run();
  return id;
}
const move = (seriesId: string, nominal: string, day: string) =>
  planning.changes.choose(
    { seriesId, nominal, choice: 'move', day, startsAt: null, note: null },
    planning.writer,
  );
const made = async (seriesId: string, nominal: string) =>
  (await planning.made(seriesId)).filter((line) => line.startsWith(nominal));

const november = '2027-11-25';

test('a date far ahead that is moved to next month is made at once, and only once (HB-7.1, I11)', async () => {
  const id = await briefing();
  await move(id, november, '2027-03-10');
  await run();
  expect(await made(id, november)).toEqual([`${november} draft 10/03 08:00`]);
  itIs('2027-11-01');
  await run();
  expect(await made(id, november)).toEqual([`${november} draft 10/03 08:00`]);
});

test('one that is moved to a day still beyond the horizon is made when that day comes within it', async () => {
  const id = await briefing();
  await move(id, november, '2027-08-10');
  await run();
  expect(await made(id, november)).toEqual([]);
  itIs('2027-06-01');
  await run();
  expect(await made(id, november)).toEqual([`${november} draft 10/08 08:00`]);
});

test('when the move is taken back the meeting goes back to its own date', async () => {
  const id = await briefing();
  await move(id, november, '2027-03-10');
  await run();
  await planning.changes.unchoose({ seriesId: id, nominal: november }, planning.writer);
  await run();
  expect(await made(id, november)).toEqual([`${november} draft 25/11 08:00`]);
});
