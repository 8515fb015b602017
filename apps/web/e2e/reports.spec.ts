import { readFileSync } from 'node:fs';
import { body } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import { expect, type Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { signIn } from './going-in';
import { type ReportingUnit, reportingUnit, signInAs } from './reporting-unit';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

const owed = (page: Page) => page.getByRole('region', { name: /^Báo cáo năm \(/ });
const today = async (page: Page) => {
  await page.goto('/work');
  await expect(page.getByRole('region', { name: 'Phiên họp trong 14 ngày tới' })).toBeVisible();
};
const fitsPhone = async (page: Page) => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
};

test('a year-end report is completed, handed in, given back with a reason, handed in again, received and rolled up (HB-11.4, HB-10.1)', async ({
  browser,
  system,
}) => {
  const { unitName, account } = await reportingUnit(system);
  const unit = await (await browser.newContext({ baseURL: system.url })).newPage();
  const department = await (await browser.newContext({ baseURL: system.url })).newPage();
  const main = unit.getByRole('main');
  const handIn = async () => {
    await main.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await unit.getByRole('dialog').getByRole('button', { name: 'Nộp báo cáo' }).click();
    await expect(unit.getByRole('dialog')).toHaveCount(0);
    await expect(main.getByText('Đã nộp', { exact: true })).toBeVisible();
  };

  await test.step('the unit has its year counted, and writes what it thinks of it', async () => {
    await signInAs(unit, system, account, '/work/reports');
    await main.getByRole('button', { name: 'Lập báo cáo' }).first().click();
    const dialog = unit.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Đơn vị' }).fill(unitName);
    await unit.getByRole('option').first().click();
    await dialog.getByRole('button', { name: 'Lập báo cáo' }).click();
    await unit.waitForURL(/\/work\/reports\/./);
    await main.getByLabel('Đánh giá hiệu quả').fill('Phòng họp hoạt động ổn định.');
    // What is not saved yet would be missing from what is handed in.
    await main.getByRole('button', { name: 'Nộp báo cáo' }).click();
    const asked = unit.getByRole('dialog');
    await expect(asked.getByText('xin lưu trước')).toBeVisible();
    await expect(asked.getByRole('button', { name: 'Nộp báo cáo' })).toBeDisabled();
    await unit.keyboard.press('Escape');
    await main.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(unit.getByText('Đã lưu.')).toBeVisible();
    await today(unit);
    await owed(unit)
      .getByRole('link', { name: /^Viết tiếp: / })
      .click();
    await fitsPhone(unit);
    await handIn();
    await today(unit);
    await expect(owed(unit).getByText('đang viết dở')).toHaveCount(0);
  });

  const address = await test.step('the department finds it on Today, and gives it back', async () => {
    await signIn(department, system, 'departmentAdmin', '/work');
    await owed(department)
      .getByRole('link', { name: new RegExp(`^Xem và tiếp nhận: .*${unitName}$`) })
      .click();
    await department.waitForURL(/\/work\/reports\/./);
    await department.getByRole('button', { name: 'Trả lại' }).click();
    const dialog = department.getByRole('dialog');
    await dialog.getByLabel('Lý do trả lại').fill('Chưa nêu nguyên nhân thiết bị hỏng');
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await expect(dialog).toHaveCount(0);
    return new URL(department.url()).pathname;
  });

  await test.step('the unit reads the reason on Today, corrects and hands in again', async () => {
    await today(unit);
    await expect(owed(unit).getByText('«Chưa nêu nguyên nhân thiết bị hỏng»')).toBeVisible();
    await fitsPhone(unit);
    await owed(unit)
      .getByRole('link', { name: /^Sửa lại: / })
      .click();
    await expect(main.getByText('Bị trả lại: Chưa nêu nguyên nhân thiết bị hỏng')).toBeVisible();
    await main.getByLabel('Đánh giá hiệu quả').fill('Micro hỏng do sét; còn lại ổn định.');
    await main.getByLabel('Số', { exact: true }).fill('07');
    await main.getByLabel('Địa danh').fill('Thọ Xuân');
    await main.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(unit.getByText('Đã lưu.')).toBeVisible();
    await handIn();
    await today(unit);
    await expect(owed(unit).getByText('bị trả lại')).toHaveCount(0);
  });

  await test.step('it is received, counted and taken along', async () => {
    await department.goto(address);
    await expect(department.getByText('Micro hỏng do sét; còn lại ổn định.')).toBeVisible();
    await department.getByRole('button', { name: 'Tiếp nhận' }).click();
    await expect(
      department.getByRole('main').getByText('Đã tiếp nhận', { exact: true }).first(),
    ).toBeVisible();
    const printed = await textOf(department, 'Tải PDF');
    expect(printed).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(printed).toContain('Số: 07/BC');
    expect(printed).toContain('Micro hỏng do sét; còn lại ổn định.');

    await department.goto('/work/roll-up');
    await department.getByRole('combobox', { name: 'Đơn vị' }).fill('Sở Giáo dục');
    await department.getByRole('option').first().click();
    await expect(department.getByText(/^1 báo cáo trong số liệu/)).toBeVisible();
    const row = department.getByRole('row', { name: unitName });
    await expect(row.getByText('Đã tiếp nhận')).toBeVisible();
    await fitsPhone(department);
    expect(await textOf(department, 'Tải PDF')).toContain('Tổng hợp từ 1 báo cáo');
    for (const name of ['Tải .docx', 'Tải .xlsx']) {
      // Both are zip files.
      expect((await downloaded(department, name)).subarray(0, 2).toString()).toBe('PK');
    }
  });
});

test('a yearly review stands on Today of the unit that is asked until it is answered (HB-10.2)', async ({
  browser,
  system,
}) => {
  const asked = await reportingUnit(system);
  const title = 'Rà soát phòng họp của Thọ Xuân';
  const reviewId = await askUnit(system, asked, title);
  const page = await (await browser.newContext({ baseURL: system.url })).newPage();
  await signInAs(page, system, asked.account, '/work');
  const waiting = page.getByRole('region', { name: /^Phiếu rà soát phải nộp/ });
  await waiting.getByRole('link', { name: `Trả lời phiếu: ${title}` }).click();
  await fitsPhone(page);
  await page.getByRole('main').getByRole('radio', { name: 'Không còn' }).check();
  await page.getByRole('button', { name: 'Nộp', exact: true }).click();
  await expect(page.getByText('Đã nộp phiếu.')).toBeVisible();
  await today(page);
  await expect(page.getByText(title)).toHaveCount(0);

  const department = await (await browser.newContext({ baseURL: system.url })).newPage();
  await signIn(department, system, 'departmentAdmin', `/work/reviews/${reviewId}`);
  await expect(department.getByText('1/1 đơn vị đã nộp')).toBeVisible();
  await fitsPhone(department);
  expect(await textOf(department, 'Tải PDF')).toContain('1 trên 1 đơn vị đã nộp phiếu.');
});

async function askUnit(system: System, { unitId }: ReportingUnit, title: string): Promise<string> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const me = await body(rest.GET('/api/v1/me'));
  const review = await body(
    rest.POST('/api/v1/reviews', {
      body: {
        unitId: me.provinceId,
        year: Number(new Date().getFullYear()),
        title,
        deadline: new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10),
        questions: [
          {
            key: 'rooms',
            kind: 'choice',
            text: 'Phòng họp còn đủ điều kiện sử dụng?',
            required: true,
            choices: ['Còn', 'Không còn'],
          },
        ],
      },
    }),
  );
  const path = { reviewId: review.id };
  const asking = { version: review.version, unitIds: [unitId] };
  await body(rest.POST('/api/v1/reviews/{reviewId}/open', { params: { path }, body: asking }));
  return review.id;
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return readFileSync(await download.path());
}

async function textOf(page: Page, name: string): Promise<string> {
  const data = new Uint8Array(await downloaded(page, name));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  return texts.join(' ').replace(/\s+/g, ' ');
}
