import { body, type Rest } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { openPage } from './open-page.ts';
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
    editReview: 'Sửa đợt rà soát',
    notes: 'Khen thưởng, vi phạm',
    write: 'Viết ghi nhận',
    feedback: 'Phản ánh',
    report: 'Gửi phản ánh',
    correct: /^Sửa lại: /,
  },
  en: {
    overview: 'Overview',
    reports: 'Year-end reports',
    makeReport: 'Make a report',
    rollUp: 'Roll-up',
    reviews: 'Yearly review',
    makeReview: 'Make a review',
    editReview: 'Change the review',
    notes: 'Commendation, violation',
    write: 'Write a note',
    feedback: 'Problems',
    report: 'Report a problem',
    correct: /^Correct: /,
  },
} as const;

/** Ids of what the walk opens. */
interface Reported {
  readonly reportId: string;
  /** Of the department, given back with a reason. */
  readonly returnedId: string;
  /** Of a unit below, received: nobody writes in it any more. */
  readonly acceptedId: string;
  /** Of the units whose reports these are. */
  readonly department: string;
  readonly answerId: string;
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

/** Reports at each step, a review that units are to answer, a note with a correction. */
async function report(system: System): Promise<Reported> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const path = { siteId: await siteOf(rest, 'GDTX Như Xuân') };
  const { unitId } = await body(rest.GET('/api/v1/sites/{siteId}', { params: { path } }));
  const department = (await body(rest.GET('/api/v1/me'))).provinceId;
  const { id: reportId } = await body(rest.POST('/api/v1/annual-reports', { body: { unitId, year: 2026 } }));
  const reviewId = await askUnits(rest, department);
  const query = { reviewId };
  const { items } = await body(rest.GET('/api/v1/review-answers', { params: { query } }));
  return {
    reportId,
    returnedId: await received(rest, department, 2026, 'return'),
    acceptedId: await received(rest, unitId, 2025, 'accept'),
    department,
    reviewId,
    answerId: items.find((one) => one.unitId === unitId)?.id ?? '',
    noteTitle: await praise(rest, unitId),
  };
}

/** Written, handed in, and what those above said to it. */
async function received(rest: Rest, unitId: string, year: number, act: 'return' | 'accept'): Promise<string> {
  const { id, version } = await body(rest.POST('/api/v1/annual-reports', { body: { unitId, year } }));
  const params = { path: { reportId: id } };
  const written = {
    version,
    assessment: 'Phòng họp đáp ứng các phiên họp trong năm.',
    recipients: ['Uỷ ban nhân dân tỉnh (để báo cáo)', 'Các đơn vị trực thuộc'],
    number: '12',
    symbol: 'BC-SGDĐT',
  };
  const saved = await body(rest.PATCH('/api/v1/annual-reports/{reportId}', { params, body: written }));
  const submitted = await body(
    rest.POST('/api/v1/annual-reports/{reportId}/submit', { params, body: { version: saved.version } }),
  );
  const seen = { version: submitted.version };
  if (act === 'accept') {
    await body(rest.POST('/api/v1/annual-reports/{reportId}/accept', { params, body: seen }));
  } else {
    const reason = 'Chưa nêu nguyên nhân thiết bị hỏng';
    await body(rest.POST('/api/v1/annual-reports/{reportId}/return', { params, body: { ...seen, reason } }));
  }
  return id;
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
  const { id, title, version } = await body(rest.POST('/api/v1/notes', { body: note }));
  const params = { path: { noteId: id } };
  await body(rest.POST('/api/v1/notes/{noteId}/publish', { params, body: { version } }));
  const text = 'Kỳ giao ban ngày 24/10, không phải 25/10.';
  await body(rest.POST('/api/v1/notes/{noteId}/corrections', { params, body: { text } }));
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
  const { language } = view;
  const { reportId, returnedId, acceptedId, department, reviewId, answerId, noteTitle } =
    await reportedYear(system);
  const page = await openPage(browser, system, view);
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
  for (const [place, id] of [
    ['annual-report', reportId],
    ['annual-report-returned', returnedId],
  ] as const) {
    await page.goto(`/work/reports/${id}`);
    await page.getByRole('main').getByRole('textbox').first().waitFor();
    await visit(place, page);
  }
  await page.goto(`/work/reports/${acceptedId}`);
  await page.getByRole('main').getByRole('definition').last().waitFor();
  await visit('annual-report-accepted', page);
  await page.goto('/work');
  await page.getByRole('link', { name: t.correct }).first().waitFor();
  await visit('today-owing', page);
  await page.goto(`/work/review-answers/${answerId}`);
  await page.getByRole('main').getByRole('radio').first().waitFor();
  await visit('review-answer', page);
  await page.goto(`/work/reviews/${reviewId}`);
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
  await visit('review', page);
  await page.getByRole('button', { name: t.editReview, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await visit('review-edit', page);
  await page.goto('/work/roll-up');
  await heading(page, t.rollUp);
  await visit('roll-up', page);
  await page.goto(`/work/roll-up?unitId=${department}&year=2026`);
  await page.getByRole('table').getByRole('row').first().waitFor();
  await visit('roll-up-unit', page);
  await page.context().close();
}

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
