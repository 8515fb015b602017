import { body, type Rest } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import type { View, Visit } from './places.ts';
import { siteOf } from './prepared-meeting.ts';
import { settled } from './settled.ts';
import { accountOf, signedInRest } from './signed-in-rest.ts';

const words = {
  vi: {
    overview: 'Tổng quan',
    reports: 'Báo cáo năm',
    makeReport: 'Lập báo cáo',
    rollUp: 'Tổng hợp',
    reviews: 'Rà soát hằng năm',
    makeReview: 'Soạn đợt rà soát',
    notes: 'Khen thưởng, vi phạm',
    write: 'Viết ghi nhận',
    feedback: 'Phản ánh',
    report: 'Gửi phản ánh',
  },
  en: {
    overview: 'Overview',
    reports: 'Year-end reports',
    makeReport: 'Make a report',
    rollUp: 'Roll-up',
    reviews: 'Yearly review',
    makeReview: 'Make a review',
    notes: 'Commendation, violation',
    write: 'Write a note',
    feedback: 'Problems',
    report: 'Report a problem',
  },
} as const;

/** Ids of what the walk opens. */
interface Reported {
  readonly reportId: string;
  readonly reviewId: string;
  readonly noteTitle: string;
}
/** A day on which units still answer, whenever the walk is. */
const inThreeWeeks = (): string => new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);

const reported = new WeakMap<System, Promise<Reported>>();

function reportedYear(system: System): Promise<Reported> {
  const known = reported.get(system) ?? report(system);
  reported.set(system, known);
  return known;
}

/** A report with its figures, a review that units are to answer, a note, something that does not work. */
async function report(system: System): Promise<Reported> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const path = { siteId: await siteOf(rest, 'GDTX Như Xuân') };
  const { unitId } = await body(rest.GET('/api/v1/sites/{siteId}', { params: { path } }));
  const department = (await body(rest.GET('/api/v1/me'))).provinceId;
  const { id: reportId } = await body(rest.POST('/api/v1/annual-reports', { body: { unitId, year: 2026 } }));
  return { reportId, reviewId: await askUnits(rest, department), noteTitle: await praise(rest, unitId) };
}

async function askUnits(rest: Rest, unitId: string): Promise<string> {
  const review = await body(
    rest.POST('/api/v1/reviews', {
      body: {
        unitId,
        year: 2026,
        title: 'Rà soát phòng họp trực tuyến năm 2026',
        intro: 'Đề nghị các đơn vị trả lời đúng hạn.',
        deadline: inThreeWeeks(),
        questions: [
          {
            key: 'rooms',
            kind: 'choice',
            text: 'Phòng họp còn đủ điều kiện sử dụng?',
            required: true,
            choices: ['Còn', 'Không còn'],
          },
          { key: 'wishes', kind: 'text', text: 'Đề xuất nâng cấp', required: false },
        ],
      },
    }),
  );
  const path = { reviewId: review.id };
  await body(
    rest.POST('/api/v1/reviews/{reviewId}/open', { params: { path }, body: { version: review.version } }),
  );
  return review.id;
}

async function praise(rest: Rest, unitId: string): Promise<string> {
  const note = {
    kind: 'commendation',
    unitId,
    happenedOn: '2026-10-25',
    title: 'Chuẩn bị tốt kỳ giao ban tháng 10',
    text: 'Kiểm tra kết nối sớm, phòng họp sẵn sàng trước giờ.',
  } as const;
  const { title } = await body(rest.POST('/api/v1/notes', { body: note }));
  return title;
}

/** Year-end reports, the yearly review, notes, problems reported. */
export async function visitReports(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  seen: Visit,
): Promise<void> {
  const visit = settled(seen);
  const { width, height, language } = view;
  const { reportId, reviewId, noteTitle } = await reportedYear(system);
  const context = await browser.newContext({ baseURL: system.url, viewport: { width, height } });
  await context.addInitScript((chosen) => localStorage.setItem('diemcau.language', chosen), language);
  const page = await context.newPage();
  const t = words[language];
  await enterConsole(page, system, language);
  await heading(page, t.overview);
  for (const [place, address, title, button] of [
    ['annual-reports', '/work/reports', t.reports, t.makeReport],
    ['reviews', '/work/reviews', t.reviews, t.makeReview],
    ['notes', '/work/notes', t.notes, t.write],
    ['feedback', '/work/feedback', t.feedback, t.report],
  ] as const) {
    await page.goto(address);
    await heading(page, title);
    await page.waitForLoadState('networkidle');
    await visit(place, page);
    await page.getByRole('button', { name: button, exact: true }).first().click();
    await page.getByRole('dialog').waitFor();
    await visit(`${place}-make`, page);
  }
  await page.goto('/work/notes');
  await page.getByRole('button', { name: noteTitle }).click();
  await page.getByRole('dialog').waitFor();
  await visit('note', page);
  await page.goto(`/work/reports/${reportId}`);
  await page.getByRole('main').getByRole('textbox').first().waitFor();
  await visit('annual-report', page);
  await page.goto(`/work/reviews/${reviewId}`);
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
  await visit('review', page);
  await page.goto('/work/roll-up');
  await heading(page, t.rollUp);
  await visit('roll-up', page);
  await context.close();
}

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
