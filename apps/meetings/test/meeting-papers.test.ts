import type { Caller } from '@diemcau/contracts/core/caller';
import { AgendaClient, agendaErrors } from '@diemcau/contracts/meetings/agenda';
import { type AddChecklistItem, ChecklistsClient } from '@diemcau/contracts/meetings/checklists';
import { fileErrors, FilesClient } from '@diemcau/contracts/meetings/files';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { holding } from './meetings.js';
import { type Meetings, scheduled, site, startOccurrences } from './occurrences.js';
import { pdf, SiteMaker } from './sites.js';

let meetings: Meetings;
let agenda: AgendaClient;
let files: FilesClient;
let maker: SiteMaker;
let checklists: ChecklistsClient;
let mainSite: string;

beforeAll(async () => {
  meetings = await startOccurrences();
  const { bed, province } = meetings;
  [agenda, files, maker] = [bed.client(AgendaClient), bed.client(FilesClient), new SiteMaker(bed)];
  checklists = bed.client(ChecklistsClient);
  mainSite = await site(meetings, [province]);
}, 60_000);
afterAll(() => meetings.bed.stop());

const paper = async (caller: Caller): Promise<string> => (await maker.file('document', pdf, caller)).id;
const isUnused = async (fileId: string): Promise<boolean | undefined> => {
  const rows = await meetings.bed.sql<{ unused: boolean }>(
    'SELECT unused_since IS NOT NULL AS unused FROM meetings.files WHERE id = $1',
    [fileId],
  );
  return rows[0]?.unused;
};

/** A meeting without any site of the school, a point of which the school prepares. */
const preparedBySchool = () => {
  const talk = { title: 'Tham luận', unitId: meetings.school, minutes: 15, dueAt: null };
  return scheduled(meetings, mainSite, {
    agenda: [talk, { title: 'Tổng kết', unitId: null, minutes: 15, dueAt: null }],
  });
};

describe('a point of the agenda', () => {
  test('is one of fifty at most', async () => {
    const point = { title: 'Mục', unitId: null, minutes: 5, dueAt: null };
    const { id: occurrenceId } = await scheduled(meetings, mainSite, {
      agenda: Array.from({ length: 50 }, () => point),
    });
    const more = agenda.add({ occurrenceId, ...point }, meetings.officer);
    await expect(more).rejects.toThrow(agendaErrors.tooMany.code);
    expect((await agenda.list({ occurrenceId }, meetings.officer)).items).toHaveLength(50);
  });

  test('is submitted with its papers by a unit that has no site in the meeting', async () => {
    const { officer, school, sibling } = meetings;
    const { id: occurrenceId } = await preparedBySchool();
    const operator = holding('siteOperator', school);
    const [item] = (await agenda.list({ occurrenceId }, operator)).items;
    expect(item).toMatchObject({ title: 'Tham luận', submittable: true });
    const fileId = await paper(operator);
    const step = { itemId: item?.id ?? '', version: 1, note: null };
    const given = await agenda.submit({ ...step, fileIds: [fileId] }, operator);
    expect(given.items[0]).toMatchObject({
      state: 'submitted',
      files: [{ id: fileId, name: 'tep-document' }],
    });
    await expect(files.find({ fileId }, officer)).resolves.toMatchObject({ id: fileId });
    const stranger = holding('siteOperator', sibling);
    await expect(files.find({ fileId }, stranger)).rejects.toThrow(fileErrors.notFound.code);
    await expect(agenda.list({ occurrenceId }, stranger)).rejects.toThrow(occurrenceErrors.notFound.code);
  });

  test('is owed by its unit until it is submitted, the earliest due first, and shown as late once it is', async () => {
    const { officer, make, province } = meetings;
    const unitId = await make.unit('Trường mẫu ba', province);
    const operator = holding('siteOperator', unitId);
    const point = (title: string, dueAt: string | null) => ({ title, unitId, minutes: 15, dueAt });
    const points = [
      point('Không hạn', null),
      point('Sau', '2030-12-01T00:00:00Z'),
      point('Trễ', '2020-01-01T00:00:00Z'),
    ];
    const { id: occurrenceId } = await scheduled(meetings, mainSite, { agenda: points });
    const owed = async () =>
      (await agenda.owed({}, operator)).items.map(({ title, late }) => `${title}${late ? '!' : ''}`);
    expect(await owed()).toEqual(['Trễ!', 'Sau', 'Không hạn']);
    const late = (await agenda.list({ occurrenceId }, officer)).items.find(({ title }) => title === 'Trễ');
    const papers = { itemId: late?.id ?? '', version: 1, fileIds: [], note: 'Đã gửi' };
    await agenda.submit(papers, operator);
    expect(await owed()).toEqual(['Sau', 'Không hạn']);
    expect((await agenda.owed({ limit: 1 }, operator)).total).toBe(2);
    expect(await agenda.owed({}, holding('teacher', unitId))).toEqual({ items: [], total: 0 });
  });

  test('begins anew when another unit prepares it, and takes its papers along when it is removed', async () => {
    const { officer, school, sibling } = meetings;
    const { id: occurrenceId } = await preparedBySchool();
    const [item] = (await agenda.list({ occurrenceId }, officer)).items;
    const itemId = item?.id ?? '';
    const submitted = async (unitId: string, version: number): Promise<string> => {
      const operator = holding('siteOperator', unitId);
      const fileId = await paper(operator);
      await agenda.submit({ itemId, version, fileIds: [fileId], note: 'Bản cuối' }, operator);
      return fileId;
    };
    const first = await submitted(school, 1);
    const changed = await agenda.change({ itemId, version: 2, unitId: sibling }, officer);
    expect(changed.items[0]).toMatchObject({ state: 'assigned', note: null, files: [], submittedAt: null });
    expect(await isUnused(first)).toBe(true);
    await expect(agenda.list({ occurrenceId }, holding('siteOperator', school))).rejects.toThrow(
      occurrenceErrors.notFound.code,
    );
    const second = await submitted(sibling, 3);
    expect(await isUnused(second)).toBe(false);
    await agenda.remove({ itemId }, officer);
    expect(await isUnused(second)).toBe(true);
  });
});

describe('who owes an item of the checklist sees the meeting and marks it, without a site in it', () => {
  const item = { title: 'In tài liệu', unitId: null, userId: null, dueAt: '2030-12-01T00:00:00Z' };
  const added = async (more: Pick<AddChecklistItem, 'owner'> & Partial<AddChecklistItem>) => {
    const { id: occurrenceId } = await scheduled(meetings, mainSite);
    const list = await checklists.add({ occurrenceId, ...item, ...more }, meetings.officer);
    const found = list.items.find(({ title }) => title === item.title);
    return { occurrenceId, itemId: found?.id ?? '', found };
  };

  test('a unit', async () => {
    const { sibling } = meetings;
    const { itemId } = await added({ owner: 'unit', unitId: sibling });
    const operator = holding('siteOperator', sibling);
    const done = await checklists.mark({ itemId, done: true }, operator);
    expect(done.items.find(({ id }) => id === itemId)).toMatchObject({ doneBy: operator.userId });
  });

  test('a person by name, who also finds it on the board', async () => {
    const { make, sibling, school } = meetings;
    const userId = await make.user('Phạm Thị Mẫu', sibling);
    const { occurrenceId, itemId, found } = await added({ owner: 'person', userId });
    expect(found).toMatchObject({ userName: 'Phạm Thị Mẫu' });
    const person = holding('teacher', sibling, userId);
    expect((await checklists.board({ mine: true }, person)).items).toMatchObject([{ id: itemId }]);
    const done = await checklists.mark({ itemId, done: true }, person);
    expect(done.items.find(({ id }) => id === itemId)).toMatchObject({ doneBy: userId });
    await expect(checklists.list({ occurrenceId }, holding('teacher', school))).rejects.toThrow(
      occurrenceErrors.notFound.code,
    );
  });
});

test('another letter takes the place of the one before, which is thrown away unless a meeting still rests on it', async () => {
  const { occurrences, officer } = meetings;
  const [first, second] = [await paper(officer), await paper(officer)];
  const letter = (fileId: string) => ({ number: '958/SGDĐT-VP', date: '2030-11-01', fileId });
  const make = () => scheduled(meetings, mainSite, { dispatch: letter(first) });
  const [one, other] = [await make(), await make()];
  expect(one.dispatch).toEqual(letter(first));
  const replace = ({ id: occurrenceId, version }: typeof one) =>
    occurrences.change({ occurrenceId, version, dispatch: letter(second) }, officer);
  expect((await replace(one)).dispatch).toEqual(letter(second));
  expect(await isUnused(first)).toBe(false);
  await replace(other);
  expect(await isUnused(first)).toBe(true);
  expect(await isUnused(second)).toBe(false);
});
