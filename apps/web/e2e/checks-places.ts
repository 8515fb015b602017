import { body } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';
import { settled } from './settled.ts';
import { accountOf, signedInRest } from './signed-in-rest.ts';

const words = {
  vi: {
    overview: 'Tổng quan',
    checks: 'Kiểm tra kết nối',
    policy: 'Quy định kiểm tra…',
    opens: 'Mở trước giờ họp (ngày)',
    trials: 'Chạy thử',
    planTrial: 'Lập đợt chạy thử',
    trainings: 'Tập huấn',
    planTraining: 'Mở lớp tập huấn',
    certificate: 'Tra cứu chứng nhận',
    linkOver: 'Liên kết không dùng được',
  },
  en: {
    overview: 'Overview',
    checks: 'Connection checks',
    policy: 'Rules of checking…',
    opens: 'Opens before the start (days)',
    trials: 'Trials',
    planTrial: 'Plan a trial',
    trainings: 'Training',
    planTraining: 'Plan a training event',
    certificate: 'Verify a certificate',
    linkOver: 'This link cannot be used',
  },
} as const;

/** Boards of checks and trials, training, and the pages that need no account. */
export async function visitChecks(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  seen: Visit,
): Promise<void> {
  const visit = settled(seen);
  const { language } = view;
  const page = await openPage(browser, system, view);
  const t = words[language];
  for (const [name, address, title] of [
    ['certificate', '/certificate', t.certificate],
    ['check-link-over', '/check#none', t.linkOver],
  ] as const) {
    await page.goto(address);
    await heading(page, title);
    await visit(name, page);
  }
  await enterConsole(page, system, language);
  await heading(page, t.overview);
  await page.goto('/work/checks');
  await heading(page, t.checks);
  await visit('checks', page);
  await page.getByRole('button', { name: t.policy }).click();
  await page.getByLabel(t.opens).waitFor();
  await visit('checks-policy', page);
  for (const [name, address, title, plan] of [
    ['trials', '/work/trials', t.trials, t.planTrial],
    ['trainings', '/work/trainings', t.trainings, t.planTraining],
  ] as const) {
    await page.goto(address);
    await heading(page, title);
    await visit(name, page);
    await page.getByRole('button', { name: plan }).first().click();
    await page.getByRole('dialog').waitFor();
    await visit(`${name}-plan`, page);
  }
  const { trialId, unitId } = await openTrial(system);
  await page.goto(`/work/trials/${trialId}`);
  await page.getByRole('main').getByRole('table').getByRole('row').nth(1).waitFor();
  await visit('trial', page);
  await page.goto(`/work/trials/${trialId}/${unitId}`);
  await page.getByRole('heading', { level: 1, name: /Yên Định/ }).waitFor();
  await visit('trial-of-unit', page);
  await page.context().close();
}

const made = new WeakMap<System, Promise<Opened>>();
interface Opened {
  readonly trialId: string;
  readonly unitId: string;
}

/** Of one unit, whose operator no journey looks for trials with. */
function openTrial(system: System): Promise<Opened> {
  const known = made.get(system) ?? open(system);
  made.set(system, known);
  return known;
}

async function open(system: System): Promise<Opened> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const query = { q: 'gdtx-yen-dinh' };
  const { items } = await body(rest.GET('/api/v1/units', { params: { query } }));
  const invited = items[0]?.id ?? '';
  const rooms = await body(rest.GET('/api/v1/rooms'));
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const { id: trialId } = await body(
    rest.POST('/api/v1/trials', {
      body: {
        unitId: (await body(rest.GET('/api/v1/me'))).provinceId,
        title: 'Chạy thử trước hội nghị tổng kết',
        roomId: rooms.items[0]?.id ?? '',
        startsAt: at(1),
        endsAt: at(9),
        requiredMbps: 10,
        invitedUnitIds: [invited],
      },
    }),
  );
  await body(rest.POST('/api/v1/trials/{trialId}/open', { params: { path: { trialId } } }));
  return { trialId, unitId: invited };
}

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
