import { type MeetingType, MeetingTypesClient } from '@diemcau/contracts/meetings/meeting-types';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { RequestsClient } from '@diemcau/contracts/meetings/requests';
import type { MeetingKind, SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { DataSource } from 'typeorm';
import { RolesOfTypes1763874000001 } from '../src/migrations/1763874000001-roles-of-types.js';
import { holding } from './meetings.js';
import { complete, type Meetings, scheduled, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
let types: MeetingTypesClient;
/** Two of the department, which holds the meetings, and one of a school. */
let sites: Readonly<Record<'hall' | 'small' | 'school', string>>;

beforeAll(async () => {
  meetings = await startOccurrences();
  types = meetings.bed.client(MeetingTypesClient);
  sites = {
    hall: await site(meetings, [meetings.province], 'Hội trường'),
    small: await site(meetings, [meetings.province], 'Phòng họp nhỏ'),
    school: await site(meetings, [meetings.province, meetings.school], 'Phòng họp trường'),
  };
}, 60_000);
afterAll(() => meetings.bed.stop());
afterEach(async () => {
  for (const kind of ['briefing', 'classObservation'] as const) await types.reset({ kind }, meetings.officer);
});

const at = (name: keyof typeof sites, role?: SiteRole) => ({
  siteId: sites[name],
  expected: 5,
  ...(role && { role }),
});
const rolesIn = (meeting: Pick<Occurrence, 'sites'>): Record<string, SiteRole> =>
  Object.fromEntries(
    Object.entries(sites).flatMap(([name, id]) =>
      meeting.sites.filter(({ siteId }) => siteId === id).map(({ role }) => [name, role]),
    ),
  );
const made = (kind: MeetingKind, ...wanted: ReturnType<typeof at>[]) =>
  meetings.occurrences.make(complete(meetings, sites.hall, { kind, sites: wanted }), meetings.officer);

async function say(kind: MeetingKind, changes: Partial<MeetingType>): Promise<void> {
  const type = (await types.list({}, meetings.officer)).items.find((one) => one.kind === kind);
  if (!type) throw new Error(`no ${kind}`);
  await types.set({ ...type, ...changes }, meetings.officer);
}

const ofTypes = async (): Promise<string[]> =>
  (await types.list({}, meetings.officer)).items.map(
    ({ kind, mainSite, standbyNeeded }) => `${kind} ${mainSite}${standbyNeeded ? ' standby' : ''}`,
  );
const ofProduct = [
  'briefing ownerUnit',
  'conference ownerUnit',
  'training ownerUnit',
  'professionalActivity ownerUnit',
  'classObservation chosen',
  'demonstrationLesson chosen',
  'teacherContest chosen',
];

test('main is at who holds the meeting, but where a class or a contest is; no type of the product asks for a standby', async () => {
  expect((await ofTypes()).sort()).toEqual([...ofProduct].sort());
});

describe('a site of which nobody said a role', () => {
  test('is main as the first of who holds the meeting, else a member (HB-2.1)', async () => {
    const meeting = await made('briefing', at('school'), at('small'), at('hall'));
    expect(rolesIn(meeting)).toEqual({ hall: 'member', small: 'main', school: 'member' });
    expect(meeting.missing).not.toContain('mainSite');
  });

  test('is never main beside one that somebody chose (I10), and what was said stays', async () => {
    expect(rolesIn(await made('briefing', at('hall'), at('school', 'main')))).toEqual({
      hall: 'member',
      school: 'main',
    });
    const left = await made('briefing', at('hall', 'member'), at('small', 'standby'), at('school'));
    expect(rolesIn(left)).toEqual({ hall: 'member', small: 'standby', school: 'member' });
    expect(left.missing).toEqual(['mainSite']);
  });

  test('is a member where the type leaves main to people, until they choose', async () => {
    const lesson = await made('classObservation', at('hall'), at('school'));
    expect(rolesIn(lesson)).toEqual({ hall: 'member', school: 'member' });
    expect(lesson.missing).toContain('mainSite');
    await say('classObservation', { mainSite: 'ownerUnit' });
    expect(rolesIn(await made('classObservation', at('hall'), at('school')))).toMatchObject({ hall: 'main' });
    const { occurrences, officer } = meetings;
    expect(rolesIn(await occurrences.find({ occurrenceId: lesson.id }, officer))).toEqual(rolesIn(lesson));
  });

  test('is main in a room of a division of who holds the meeting, too', async () => {
    const { bed, make, province, officer, occurrences } = meetings;
    const office = await make.unit('Văn phòng', province);
    await bed.sql(`UPDATE identity.units SET type = 'division' WHERE id = $1`, [office]);
    const room = await site(meetings, [province, office], 'Phòng họp trực tuyến');
    const wanted = [at('school'), { siteId: room, expected: 5 }];
    const meeting = await occurrences.make(complete(meetings, sites.hall, { sites: wanted }), officer);
    expect(meeting.sites.map(({ siteId, role }) => [siteId, role])).toEqual([
      [room, 'main'],
      [sites.school, 'member'],
    ]);
  });

  test('is main as the department’s, of a meeting that a school asks for (HB-4.2)', async () => {
    const asked = await meetings.bed.client(RequestsClient).ask(
      {
        ...complete(meetings, sites.hall, { sites: [at('school'), at('hall')] }),
        unitId: meetings.school,
        urgent: false,
        reason: 'Bàn về kỳ thi sắp tới',
      },
      holding('leader', meetings.school),
    );
    expect(rolesIn(asked)).toEqual({ hall: 'main', school: 'member' });
  });
});

describe('a type that asks for a standby site', () => {
  test('has none of its meetings scheduled without (HB-2.2, I13)', async () => {
    await say('briefing', { standbyNeeded: true });
    await expect(scheduled(meetings, sites.hall)).rejects.toMatchObject({
      kind: { code: occurrenceErrors.incomplete.code },
      details: { missing: ['standbySite'] },
    });
    const both = await scheduled(meetings, sites.hall, { sites: [at('hall'), at('small', 'standby')] });
    expect(both).toMatchObject({ state: 'scheduled', missing: [] });
  });
});

test('what a province changed before types spoke of sites says what the product says', async () => {
  const runner = meetings.bed.part(DataSource).createQueryRunner();
  const conversion = new RolesOfTypes1763874000001();
  await say('briefing', { durationMin: 45 });
  await say('classObservation', { durationMin: 45 });
  await conversion.down(runner);
  await conversion.up(runner);
  await runner.release();
  expect((await ofTypes()).sort()).toEqual([...ofProduct].sort());
});
