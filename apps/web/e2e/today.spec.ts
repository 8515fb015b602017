import { body } from '@diemcau/client/rest';
import type { MakeSeries } from '@diemcau/contracts/meetings/series';
import type { System } from '@diemcau/infra/system';
import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { preparedMeeting } from './prepared-meeting';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

const dayMs = 86_400_000;
/** The prepared meeting is eight days away. */
const afterIt = () => new Date(Date.now() + 9 * dayMs);

const overdue = (page: Page) =>
  page.getByRole('region', { name: 'Đã qua giờ mà chưa bắt đầu hoặc chưa kết thúc' });

test('a meeting past its end that nobody started stands on Today, with what is left to do, for who may do it', async ({
  browser,
  system,
}) => {
  const id = await preparedMeeting(system);
  const officer = await (await browser.newContext({ baseURL: system.url })).newPage();
  const operator = await (await browser.newContext({ baseURL: system.url })).newPage();
  await signIn(officer, system, 'departmentAdmin', '/work');
  await signIn(operator, system, 'siteOperator', '/work');
  await expect(officer.getByRole('region', { name: 'Phiên họp trong 14 ngày tới' })).toBeVisible();
  await expect(overdue(officer)).toHaveCount(0);

  for (const page of [officer, operator]) {
    await page.clock.setFixedTime(afterIt());
    await page.reload();
    await expect(page.getByRole('region', { name: 'Phiên họp trong 14 ngày tới' })).toBeVisible();
  }
  const meeting = overdue(officer).getByRole('listitem').filter({ hasText: 'Giao ban công tác' });
  await expect(meeting.getByText('Chưa bắt đầu', { exact: true })).toBeVisible();
  await expect(meeting.getByText('hoãn hoặc huỷ')).toBeVisible();
  await expect(overdue(operator)).toHaveCount(0);
  await meeting.getByRole('link').click();
  await officer.waitForURL((url) => url.pathname === `/work/meetings/${id}`);
});

test('a date that its series leaves open stands on Today of who plans, and is decided on the page it leads to (HB-7.1)', async ({
  page,
  system,
}) => {
  const title = 'Sinh hoạt chuyên môn Chủ nhật';
  await sundaySeries(system, title);
  await signIn(page, system, 'departmentAdmin', '/work');
  const waiting = page.getByRole('region', { name: 'Ngày họp chờ quyết định' });
  // It is noted by the job that makes meetings, a moment after the approval.
  await expect(async () => {
    await page.reload();
    await expect(waiting.getByRole('listitem').filter({ hasText: title })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await expect(waiting.getByText(/là Chủ nhật/)).toBeVisible();
  await waiting.getByRole('link', { name: `Quyết định: ${title}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await waiting.getByRole('button', { name: 'Bỏ phiên' }).click();
  await expect(page.getByText('Đã bỏ phiên.')).toBeVisible();
  await expect(waiting).toHaveCount(0);
  await page.goto(`${system.url}/work`);
  await expect(page.getByRole('region', { name: 'Phiên họp trong 14 ngày tới' })).toBeVisible();
  await expect(waiting).toHaveCount(0);
});

test('an operator sees on Today what their site owes, and each line leads to where it is done', async ({
  page,
  system,
}) => {
  const occurrenceId = await preparedMeeting(system);
  const trialId = await openTrial(system, 'Chạy thử đầu năm học');
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const path = { occurrenceId };
  await body(rest.POST('/api/v1/occurrences/{occurrenceId}/checks/open', { params: { path } }));
  await signIn(page, system, 'siteOperator', '/work');
  const todo = async (region: string, act: string, leadsTo: RegExp) => {
    await page.goto(`${system.url}/work`);
    await page.getByRole('region', { name: region }).getByRole('link', { name: act }).first().click();
    await page.waitForURL((url) => leadsTo.test(url.pathname));
  };
  await todo('Điểm cầu phải kiểm tra', 'Kiểm tra: ', new RegExp(`^/work/checks/${occurrenceId}/`));
  await expect(page.getByRole('button', { name: 'Bắt đầu kiểm tra' })).toBeVisible();
  await todo(
    'Đợt chạy thử chưa đạt',
    'Thử ngay: Chạy thử đầu năm học',
    new RegExp(`^/work/trials/${trialId}/`),
  );
  await expect(page.getByRole('button', { name: 'Bắt đầu thử' })).toBeVisible();
  await todo('Giấy mời chờ trả lời', 'Trả lời: Giao ban công tác', /^.work.invitations$/);
  await expect(page.getByRole('button', { name: 'Tham dự', exact: true }).first()).toBeVisible();
  await page.goto(`${system.url}/work`);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('region', { name: 'Điểm cầu phải kiểm tra' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a submitted plan stands on Today of who approves it, and a returned one of its author, with the reason (I12)', async ({
  browser,
  system,
}) => {
  const plan = await submittedPlan(system);
  const leader = await (await browser.newContext({ baseURL: system.url })).newPage();
  const author = await (await browser.newContext({ baseURL: system.url })).newPage();
  const waiting = (page: Page, name: string) => page.getByRole('region', { name });
  await signIn(author, system, 'departmentAdmin', '/work');
  await expect(author.getByRole('region', { name: 'Phiên họp trong 14 ngày tới' })).toBeVisible();
  await expect(waiting(author, 'Kế hoạch bị trả lại')).toHaveCount(0);

  await signIn(leader, system, 'leader', '/work');
  await waiting(leader, 'Kế hoạch, chuỗi họp chờ duyệt')
    .getByRole('link', { name: `Xem và duyệt: ${plan.title}` })
    .click();
  await leader.waitForURL(`/work/plans/${plan.id}`);
  await leader.getByRole('button', { name: 'Trả lại' }).click();
  const dialog = leader.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Chuyển tập huấn sang tháng 8');
  await dialog.getByRole('button', { name: 'Trả lại' }).click();
  await expect(dialog).toHaveCount(0);

  await author.reload();
  await expect(
    waiting(author, 'Kế hoạch bị trả lại').getByText('«Chuyển tập huấn sang tháng 8»'),
  ).toBeVisible();
  await waiting(author, 'Kế hoạch bị trả lại')
    .getByRole('link', { name: `Sửa lại: ${plan.title}` })
    .click();
  await author.waitForURL(`/work/plans/${plan.id}`);
});

async function openTrial(system: System, title: string): Promise<string> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { provinceId } = await body(rest.GET('/api/v1/me'));
  const operator = (await signedInRest(system, accountOf(system, 'siteOperator'))).rest;
  const { grants } = await body(operator.GET('/api/v1/me'));
  const rooms = await body(rest.GET('/api/v1/rooms'));
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const { id } = await body(
    rest.POST('/api/v1/trials', {
      body: {
        unitId: provinceId,
        title,
        roomId: rooms.items[0]?.id ?? '',
        startsAt: at(1),
        endsAt: at(9),
        requiredMbps: 10,
        invitedUnitIds: grants.map(({ unitId }) => unitId),
      },
    }),
  );
  await body(rest.POST('/api/v1/trials/{trialId}/open', { params: { path: { trialId: id } } }));
  return id;
}

/** Of a year in which no other journey plans. */
async function submittedPlan(system: System): Promise<{ id: string; title: string }> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { provinceId: unitId } = await body(rest.GET('/api/v1/me'));
  const title = 'Kế hoạch họp năm 2039';
  const { id } = await body(rest.POST('/api/v1/plans', { body: { unitId, year: 2039, month: null, title } }));
  await body(
    rest.POST('/api/v1/series', {
      body: { ...sundays, unitId, planId: id, title: 'Giao ban', firstDay: '2039-01-01' },
    }),
  );
  const at = { params: { path: { planId: id } } };
  const { version } = await body(rest.GET('/api/v1/plans/{planId}', at));
  await body(rest.POST('/api/v1/plans/{planId}/submit', { ...at, body: { version } }));
  return { id, title };
}

const sundays = {
  kind: 'professionalActivity',
  rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=1',
  startsAt: '08:00',
  durationMin: 90,
  shift: 'ask',
  template: {
    roomId: null,
    chairId: null,
    directorId: null,
    secretaryId: null,
    composition: null,
    sites: [],
    agenda: [],
    dispatch: null,
  },
} satisfies Partial<MakeSeries>;

/** Held on the next Sunday alone, if somebody says so. */
async function sundaySeries(system: System, title: string): Promise<void> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { provinceId } = await body(rest.GET('/api/v1/me'));
  const { id, version } = await body(
    rest.POST('/api/v1/series', {
      body: {
        ...sundays,
        unitId: provinceId,
        planId: null,
        title,
        firstDay: new Date(Date.now() + dayMs).toISOString().slice(0, 10),
      },
    }),
  );
  const leader = (await signedInRest(system, accountOf(system, 'leader'))).rest;
  const path = { seriesId: id };
  await body(leader.POST('/api/v1/series/{seriesId}/approve', { params: { path }, body: { version } }));
}
