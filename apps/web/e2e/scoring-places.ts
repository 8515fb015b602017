import { body } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { endContest, prepareSheet, scheduledContest, scoreAll, startContest } from './contest.ts';
import { enterAs, openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';
import { siteOf } from './prepared-meeting.ts';
import { settled } from './settled.ts';
import { accountOf, signedInRest } from './signed-in-rest.ts';

const words = {
  vi: {
    overview: 'Tổng quan',
    types: 'Loại cuộc họp',
    contest: 'Thi giáo viên giỏi',
    edit: 'Sửa phiếu chấm',
    paste: 'Dán nhiều dòng…',
    results: 'Kết quả',
    giving: 'Phần chấm của bạn',
    event: 'Lớp tập huấn',
    plan: 'Mở lớp tập huấn',
  },
  en: {
    overview: 'Overview',
    types: 'Types of meetings',
    contest: 'Teacher contest',
    edit: 'Change the sheet',
    paste: 'Paste many lines…',
    results: 'Results',
    giving: 'Your scores',
    event: 'Training event',
    plan: 'Plan a training event',
  },
} as const;

const contestants = [
  { name: 'Nguyễn Thị Mẫu Đơn', unitName: 'Trường THPT Như Xuân 1' },
  { name: 'Trần Văn Ví Dụ', unitName: 'Trung tâm GDTX Thọ Xuân' },
  { name: 'Lê Thị Thử Nghiệm', unitName: 'Trường THPT Như Xuân 1' },
  { name: 'Phạm Văn Mẫu', unitName: 'Trung tâm GDTX thành phố Thanh Hoá' },
];
const points = {
  teacher: [
    [7.5, 7, 3.75],
    [6.75, 7.25, 3],
    [7.25, 7.75, 3.5],
    [7, 6.5, 3.25],
  ],
  leader: [
    [7.25, 7.5, 3.5],
    [7, 7, 3.25],
    [7.5, 7.25, 3.5],
    [6.5, 6.75, 3],
  ],
};

let contests = 0;

/** Types of meetings, a contest before, during and after, and the training event of a meeting. */
export async function visitScoring(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  visit: Visit,
): Promise<void> {
  const { language } = view;
  const t = words[language];
  const page = await openPage(browser, system, view);
  await enterConsole(page, system, language);
  await page.getByRole('heading', { level: 1, name: t.overview, exact: true }).waitFor();
  await page.goto('/work/meeting-types');
  await page.getByRole('button', { name: t.contest }).click();
  await page.getByRole('heading', { level: 1, name: t.types, exact: true }).waitFor();
  await settled(visit)('meeting-types', page);

  // Each on a site of its own: they take place at the same time.
  const sites = ['Phòng học số 2', 'Hội trường nhỏ', 'Quan Hoá', 'Mường Lát', 'Phòng đa năng'];
  contests += 1;
  const id = await scheduledContest(
    system,
    'Thi giáo viên dạy giỏi cấp tỉnh',
    sites[contests % sites.length] ?? '',
  );
  await prepareSheet(system, id, contestants);
  await page.goto(`/work/meetings/${id}/scores`);
  await page.getByRole('button', { name: t.edit }).click();
  await settled(visit)('scores-sheet', page);
  await page.getByRole('button', { name: t.paste }).click();
  await page.getByRole('dialog').waitFor();
  await settled(visit)('scores-paste', page);
  await startContest(system, id);
  await visitJuror(await openPage(browser, system, view), system, language, visit, id);
  for (const role of ['teacher', 'leader'] as const) await scoreAll(system, role, id, points[role]);
  await endContest(system, id);
  await page.goto(`/work/meetings/${id}/scores`);
  await page.getByRole('heading', { name: t.results }).waitFor();
  await page.getByRole('table').waitFor();
  await settled(visit)('scores-results', page);
  await visitTraining(page, system, language, visit);
  await page.context().close();
}

/** One of the jury half-way through the list. */
async function visitJuror(
  page: Page,
  system: System,
  language: View['language'],
  visit: Visit,
  id: string,
): Promise<void> {
  const t = words[language];
  await scoreAll(system, 'teacher', id, points.teacher.slice(0, 2));
  await enterAs(page, system, 'teacher', language, `/work/meetings/${id}/scores`);
  await page.getByRole('heading', { name: t.giving }).waitFor();
  await settled(visit)('scores-giving', page);
  await page.context().close();
}

/** A meeting of that kind, whose event is opened with one act. */
async function visitTraining(page: Page, system: System, language: 'vi' | 'en', visit: Visit): Promise<void> {
  const t = words[language];
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  // Visits are minutes apart, and a site is in one meeting at a time.
  const day = new Date(Date.now() + (14 + contests) * 86_400_000);
  const [main, centre] = [await siteOf(rest, 'trực tuyến Sở'), await siteOf(rest, 'GDTX Thọ Xuân')];
  const { id } = await body(
    rest.POST('/api/v1/occurrences', {
      body: {
        unitId: (await body(rest.GET('/api/v1/me'))).provinceId,
        kind: 'training',
        title: 'Tập huấn sử dụng hệ thống họp trực tuyến',
        startsAt: day.toISOString(),
        endsAt: new Date(day.getTime() + 4 * 3_600_000).toISOString(),
        sites: [
          { siteId: main, role: 'main', expected: 20 },
          { siteId: centre, role: 'member', expected: 35 },
        ],
      },
    }),
  );
  await page.goto(`/work/meetings/${id}`);
  await page.getByRole('region', { name: t.event }).getByRole('button', { name: t.plan }).click();
  await page.getByRole('dialog').waitFor();
  await settled(visit)('training-of-meeting', page);
}
