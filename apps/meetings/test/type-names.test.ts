import { MeetingTypesClient } from '@diemcau/contracts/meetings/meeting-types';
import { RepliesClient } from '@diemcau/contracts/meetings/replies';
import { RequestsClient } from '@diemcau/contracts/meetings/requests';
import { holding } from './meetings.js';
import { type Meetings, scheduled, site, startOccurrences } from './occurrences.js';
import { Planning } from './planning.js';

const given = { vi: 'Giao ban chuyên môn', en: 'Professional briefing' };
const ofProduct = { vi: 'Giao ban', en: 'Briefing' };

let meetings: Meetings;
let planning: Planning;
let mainSite: string;

beforeAll(async () => {
  meetings = await startOccurrences();
  planning = await Planning.start(meetings.bed, meetings.make);
  mainSite = await site(meetings, [meetings.province]);
}, 60_000);
afterAll(() => meetings.bed.stop());

/** In one province alone. */
async function call(provinceId: string, name: typeof given): Promise<void> {
  const types = meetings.bed.client(MeetingTypesClient);
  const admin = holding('departmentAdmin', provinceId);
  const [briefing] = (await types.list({ provinceId }, admin)).items;
  if (!briefing) throw new Error('no briefing');
  await types.set({ ...briefing, provinceId, nameVi: name.vi, nameEn: name.en }, admin);
}

test('a meeting carries the name that its province gave the type, in lists as on its page (HB-2.1)', async () => {
  const { officer, occurrences, province, chair, bed } = meetings;
  const { id, startsAt, endsAt } = await scheduled(meetings, mainSite);
  const shown = async () => [
    (await occurrences.find({ occurrenceId: id }, officer)).kindName,
    (await occurrences.list({ from: startsAt }, officer)).items[0]?.kindName,
    (await occurrences.calendar({ unitId: province, from: startsAt, to: endsAt }, officer)).items[0]
      ?.kindName,
    (await bed.client(RequestsClient).list({ view: 'own' }, officer)).items[0]?.kindName,
  ];
  expect(await shown()).toEqual([ofProduct, ofProduct, ofProduct, ofProduct]);
  await call(province, given);
  expect(await shown()).toEqual([given, given, given, given]);
  const mine = await bed.client(RepliesClient).mine({}, chair);
  expect(mine.items[0]?.meeting.kindName).toEqual(given);
});

test('another province keeps the product’s name', async () => {
  await call(meetings.province, given);
  expect((await planning.make()).kindName).toEqual(ofProduct);
});

test('a plan and its series carry it; what was approved is called as it is called now', async () => {
  const { plans, series, writer, leader, province } = planning;
  const plan = await planning.plan();
  const made = await planning.make({ planId: plan.id });
  const { version } = await plans.submit({ planId: plan.id, version: plan.version }, writer);
  await plans.approve({ planId: plan.id, version }, leader);
  const shown = async () => {
    const found = await plans.find({ planId: plan.id }, writer);
    return [
      (await series.find({ seriesId: made.id }, writer)).kindName,
      (await series.list({ planId: plan.id }, writer)).items[0]?.kindName,
      found.series[0]?.kindName,
      found.approved?.lines[0]?.kindName,
    ];
  };
  expect(await shown()).toEqual([ofProduct, ofProduct, ofProduct, ofProduct]);
  await call(province, given);
  expect(await shown()).toEqual([given, given, given, given]);
});
