import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { reportingUnit, signInAs } from './reporting-unit';
import { test } from './with-system';

const praise = 'Phục hồi đường truyền ngay trong phiên họp';
const breach = 'Vào phòng họp muộn hai phiên liên tiếp';

test('praise of a person and a breach of a unit are read by those concerned once published, and corrected with a trace (HB-12, I32)', async ({
  browser,
  system,
}) => {
  const { unitName, displayName, account } = await reportingUnit(system);
  const department = await (await browser.newContext({ baseURL: system.url })).newPage();
  const subject = await (await browser.newContext({ baseURL: system.url })).newPage();
  const stranger = await (await browser.newContext({ baseURL: system.url })).newPage();
  const listed = (page: Page, title: string) => page.getByRole('table').getByRole('button', { name: title });
  const opened = async (page: Page, title: string): Promise<Locator> => {
    await listed(page, title).click();
    return page.getByRole('dialog', { name: title });
  };
  const write = async (kind: string, person: string | null, title: string) => {
    await department.getByRole('button', { name: 'Viết ghi nhận' }).first().click();
    const dialog = department.getByRole('dialog', { name: 'Viết ghi nhận' });
    await dialog.getByRole('combobox', { name: 'Loại' }).click();
    await department.getByRole('option', { name: kind }).click();
    await dialog.getByRole('combobox', { name: 'Đơn vị' }).fill(unitName);
    await department.getByRole('option').first().click();
    if (person !== null) {
      await dialog.getByRole('combobox', { name: 'Người được ghi nhận' }).fill(person);
      await department.getByRole('option').first().click();
    }
    await dialog.getByLabel('Tiêu đề').fill(title);
    await dialog.getByLabel('Nội dung').fill('Ghi theo biên bản phiên họp ngày 15/10.');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(listed(department, title)).toBeVisible();
  };

  await test.step('drafts are seen by whoever writes, and by nobody they are about', async () => {
    await signIn(department, system, 'departmentAdmin', '/work/notes');
    await write('Khen', displayName, praise);
    await write('Vi phạm', null, breach);
    await signInAs(subject, system, account, '/work/notes');
    await expect(subject.getByRole('heading', { level: 1, name: 'Khen thưởng, vi phạm' })).toBeVisible();
    await expect(subject.getByText('Chưa có ghi nhận nào')).toBeVisible();
  });

  await test.step('published, they are read by the person, by who leads the unit, and by nobody beside', async () => {
    for (const title of [praise, breach]) {
      const drawer = await opened(department, title);
      await drawer.getByRole('button', { name: 'Công bố' }).click();
      const sure = department.getByRole('dialog', { name: 'Công bố' });
      await sure.getByRole('button', { name: 'Công bố' }).click();
      await expect(sure).toHaveCount(0);
      await department.keyboard.press('Escape');
      await expect(drawer).toHaveCount(0);
    }
    await subject.reload();
    for (const title of [praise, breach]) {
      const drawer = await opened(subject, title);
      await expect(drawer.getByText('Ghi theo biên bản phiên họp ngày 15/10.')).toBeVisible();
      await expect(drawer.getByRole('button', { name: 'Thêm đính chính' })).toHaveCount(0);
      await subject.keyboard.press('Escape');
      await expect(drawer).toHaveCount(0);
    }
    await signIn(stranger, system, 'teacher', '/work/notes');
    await expect(stranger.getByText('Chưa có ghi nhận nào')).toBeVisible();
  });

  await test.step('what was wrong is corrected below; what was published stays as it was', async () => {
    const drawer = await opened(department, breach);
    await expect(drawer.getByRole('button', { name: 'Sửa bản nháp' })).toHaveCount(0);
    await drawer.getByRole('button', { name: 'Thêm đính chính' }).click();
    const dialog = department.getByRole('dialog', { name: 'Thêm đính chính' });
    await dialog.getByLabel('Đính chính').fill('Ngày xảy ra là 14/10, không phải 15/10.');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(dialog).toHaveCount(0);
    await subject.reload();
    const seen = await opened(subject, breach);
    await expect(seen.getByText('Ghi theo biên bản phiên họp ngày 15/10.')).toBeVisible();
    await expect(seen.getByText('Ngày xảy ra là 14/10, không phải 15/10.')).toBeVisible();
    await subject.setViewportSize({ width: 390, height: 844 });
    expect(await subject.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
