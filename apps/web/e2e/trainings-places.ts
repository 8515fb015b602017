import { body } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { enterAs, openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';
import { siteOf } from './prepared-meeting.ts';
import { settled } from './settled.ts';
import { accountOf, signedInRest } from './signed-in-rest.ts';

const words = {
  vi: {
    edit: 'Sửa lớp',
    cancel: 'Huỷ lớp',
    register: 'Đăng ký người dự',
    chooseAll: 'Chọn cả trang',
    mine: 'Tập huấn của tôi',
    open: 'Lớp đang nhận đăng ký',
    come: 'Đăng ký',
    withdraw: 'Rút đăng ký',
  },
  en: {
    edit: 'Change the event',
    cancel: 'Cancel the event',
    register: 'Register people',
    chooseAll: 'Choose the whole page',
    mine: 'My trainings',
    open: 'Open for registration',
    come: 'Register',
    withdraw: 'Withdraw',
  },
} as const;
let events = 0;

/** An event that people may come to on their own: as who runs it sees it, and as a teacher does. */
export async function visitTrainings(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  seen: Visit,
): Promise<void> {
  const visit = settled(seen);
  const { language } = view;
  const t = words[language];
  const { trainingId, title } = await openEvent(system);
  const open = async (role: string, address: string): Promise<Page> => {
    const page = await openPage(browser, system, view);
    await enterAs(page, system, role, language, address);
    return page;
  };
  const teacher = await open('teacher', '/work/my-trainings');
  const offer = teacher.getByRole('region', { name: t.open }).getByRole('article').filter({ hasText: title });
  await offer.waitFor();
  await visit('own-trainings-open', teacher);
  await offer.getByRole('button', { name: t.come }).click();
  await teacher
    .getByRole('row')
    .filter({ hasText: title })
    .getByRole('button', { name: t.withdraw })
    .waitFor();
  await visit('own-trainings', teacher);
  await teacher.context().close();

  const officer = await open('departmentAdmin', `/work/trainings/${trainingId}`);
  const acts = ['edit', 'cancel'] as const;
  await officer.getByRole('heading', { level: 1, name: title }).waitFor();
  await visit('training-event', officer);
  for (const act of acts) {
    await officer.getByRole('button', { name: t[act] }).click();
    await officer.getByRole('dialog').waitFor();
    await visit(`training-${act}`, officer);
    await officer.keyboard.press('Escape');
    await officer.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await officer.getByRole('button', { name: t.register }).click();
  await officer.getByRole('dialog').getByRole('button', { name: t.chooseAll }).click();
  await visit('training-register', officer);
  await officer.context().close();
}

async function openEvent(system: System): Promise<{ trainingId: string; title: string }> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const no = (events += 1);
  // Visits are minutes apart, and a site is in one meeting at a time.
  const startsAt = new Date(Date.now() + (40 + no) * 86_400_000);
  const main = await siteOf(rest, 'trực tuyến Sở');
  const title = `Dạy học với bảng tương tác, đợt ${no}`;
  const { id: occurrenceId } = await body(
    rest.POST('/api/v1/occurrences', {
      body: {
        unitId: (await body(rest.GET('/api/v1/me'))).provinceId,
        kind: 'training',
        title,
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + 4 * 3_600_000).toISOString(),
        sites: [{ siteId: main, role: 'main', expected: 20 }],
      },
    }),
  );
  const { id: trainingId } = await body(
    rest.POST('/api/v1/trainings', {
      body: {
        occurrenceId,
        title,
        description: 'Mang theo máy tính xách tay.\nTài liệu gửi trước một tuần.',
        requiredPercent: 80,
        places: [{ siteId: main, capacity: 40 }],
        registerUntil: new Date(startsAt.getTime() - 86_400_000).toISOString(),
        selfRegistration: true,
      },
    }),
  );
  return { trainingId, title };
}
