import { body } from '@diemcau/client/rest';
import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { preparedMeeting } from './prepared-meeting';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

/** What people do while they write: a day that does not exist, a field emptied, a page left, somebody else who was quicker. */

test.use({ actionTimeout: 15_000 });

const leaving = (page: Page) => page.getByRole('dialog', { name: 'Rời trang khi chưa lưu?' });

test('a day or time that does not exist is not sent as the one that stood there before', async ({
  page,
  system,
}) => {
  const meeting = await preparedMeeting(system);
  await signIn(page, system, 'departmentAdmin', `/work/meetings/${meeting}`);

  await test.step('of what has to be there the button waits', async () => {
    await page.getByRole('button', { name: 'Sửa', exact: true }).click();
    const form = page.getByRole('dialog', { name: 'Sửa', exact: true });
    const save = form.getByRole('button', { name: 'Lưu', exact: true });
    await expect(save).toBeEnabled();
    await form.getByRole('textbox', { name: 'Ngày họp' }).fill('29/02/2027');
    await expect(form.getByText('Ghi ngày dạng 01/07/2025')).toBeVisible();
    await expect(save).toBeDisabled();
    await form.getByRole('textbox', { name: 'Ngày họp' }).fill('29/02/2028');
    await expect(save).toBeEnabled();
    await form.getByRole('textbox', { name: 'Đến', exact: true }).fill('25:00');
    await expect(save).toBeDisabled();
    await form.getByRole('button', { name: 'Huỷ bỏ' }).click();
  });

  await test.step('of what may be left out nothing is sent, and one is led to it', async () => {
    await page.getByRole('button', { name: 'Thêm mục' }).click();
    const form = page.getByRole('dialog', { name: 'Thêm mục' });
    await form.getByLabel('Nội dung').fill('Hạn vào ngày không có');
    const due = form.getByRole('textbox', { name: 'Hạn: ngày' });
    await due.fill('31/11/2099');
    await form.getByRole('button', { name: 'Thêm mục' }).click();
    await expect(due).toBeFocused();
    await expect(form.getByText('Ghi ngày dạng 01/07/2025')).toBeVisible();
    await due.fill('30/11/2099');
    await form.getByRole('button', { name: 'Thêm mục' }).click();
    await expect(page.getByText('hạn 30/11/2099 17:00')).toBeVisible();
  });
});

test('a number that is emptied to be written anew is the one that is written', async ({ page, system }) => {
  await signIn(page, system, 'departmentAdmin', '/work/series/new');
  const minutes = page.getByRole('textbox', { name: 'Kéo dài (phút)' });
  const title = page.getByLabel('Tên cuộc họp');
  await title.fill('Giao ban');
  await expect(page.getByRole('button', { name: 'Lập chuỗi họp' })).toBeEnabled();
  await minutes.press('End');
  for (let n = 0; n < 4; n++) await minutes.press('Backspace');
  await expect(minutes).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Lập chuỗi họp' })).toBeDisabled();
  await minutes.pressSequentially('45');
  await expect(minutes).toHaveValue('45');
  await expect(page.getByRole('button', { name: 'Lập chuỗi họp' })).toBeEnabled();
});

test('an end before the beginning is said to be on the next day, half a letter to be half', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/work/meetings/new');
  const make = page.getByRole('button', { name: 'Lập phiên họp' });
  await page.getByLabel('Tên cuộc họp').fill('Giao ban cuối năm');
  await page.getByRole('textbox', { name: 'Ngày họp' }).fill('31/12/2099');
  await page.getByRole('textbox', { name: 'Đến', exact: true }).fill('10:00');
  await page.getByRole('textbox', { name: 'Từ', exact: true }).fill('14:00');
  await expect(page.getByText('Kết thúc hôm sau, 01/01/2100')).toBeVisible();
  await page.getByRole('textbox', { name: 'Đến', exact: true }).fill('16:00');
  await expect(page.getByText('Kết thúc hôm sau')).toHaveCount(0);
  await expect(make).toBeEnabled();
  await page.getByLabel('Số công văn').fill('12/SGDĐT-VP');
  await expect(page.getByText('Cần ghi cả ngày công văn')).toBeVisible();
  await expect(make).toBeDisabled();
  await page.getByRole('textbox', { name: 'Ngày công văn' }).fill('30/12/2099');
  await expect(make).toBeEnabled();
});

test('who leaves a form that is not saved is asked first: by a link, back, and when the page is loaded again', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/work/plans');
  await page.goto(`${system.url}/work/calendar`);
  await page.getByRole('link', { name: 'Phiên họp mới' }).click();
  await expect(page).toHaveURL(/\/work\/meetings\/new$/);
  const title = page.getByLabel('Tên cuộc họp');
  await title.fill('Hội nghị viết dở');

  await page.goBack();
  await expect(leaving(page)).toBeVisible();
  await leaving(page).getByRole('button', { name: 'Huỷ bỏ' }).click();
  await expect(title).toHaveValue('Hội nghị viết dở');

  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => {
    setTimeout(() => location.reload());
  });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await expect(title).toHaveValue('Hội nghị viết dở');

  await page.getByRole('link', { name: 'Kế hoạch họp' }).click();
  await leaving(page).getByRole('button', { name: 'Rời trang, không lưu' }).click();
  await expect(page).toHaveURL(/\/work\/plans/);
});

test('what somebody else saved is not overwritten unseen, and a click beside a form does not close it', async ({
  page,
  system,
}) => {
  const occurrenceId = await preparedMeeting(system);
  const at = { params: { path: { occurrenceId } } };
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const now = () => body(rest.GET('/api/v1/occurrences/{occurrenceId}', at));
  await signIn(page, system, 'departmentAdmin', `/work/meetings/${occurrenceId}`);
  await page.getByRole('button', { name: 'Sửa', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Sửa', exact: true });
  await form.getByLabel('Thành phần dự họp').fill('Giám đốc các trung tâm');

  const { version, title } = await now();
  await body(
    rest.PATCH('/api/v1/occurrences/{occurrenceId}', {
      ...at,
      body: { version, title: `${title} (sửa ở máy khác)` },
    }),
  );
  // The page behind learns of it by itself, every half minute.
  await expect(
    page.getByRole('heading', { name: `${title} (sửa ở máy khác)`, includeHidden: true }),
  ).toBeVisible({
    timeout: 40_000,
  });
  await page.mouse.click(5, 450);
  await expect(form).toBeVisible();
  const save = form.getByRole('button', { name: 'Lưu', exact: true });
  await save.click();
  await expect(form.getByText('Phiên họp vừa được người khác sửa')).toBeVisible();
  expect((await now()).title).toBe(`${title} (sửa ở máy khác)`);
  // Told so, one's own counts.
  await save.click();
  await expect(form).toBeHidden();
  expect(await now()).toMatchObject({ title, composition: 'Giám đốc các trung tâm' });
});

test('without a network a form says so and keeps what is written; cancelled, it is not done later, saved again it is done once', async ({
  page,
  context,
  system,
}) => {
  const meeting = await preparedMeeting(system);
  await signIn(page, system, 'departmentAdmin', `/work/meetings/${meeting}`);
  const sent: string[] = [];
  page.on('requestfinished', (request) => {
    if (request.method() === 'POST' && request.url().includes(meeting)) sent.push(request.url());
  });
  const form = page.getByRole('dialog', { name: 'Thêm mục' });
  const words = form.getByLabel('Nội dung');
  const add = form.getByRole('button', { name: 'Thêm mục' });
  const writeWithoutNetwork = async (text: string) => {
    await page.getByRole('button', { name: 'Thêm mục' }).click();
    await words.fill(text);
    await context.setOffline(true);
    await add.click();
    await expect(form.getByRole('alert')).toBeVisible();
  };

  await writeWithoutNetwork('Mục đã huỷ khi mất mạng');
  await form.getByRole('button', { name: 'Huỷ bỏ' }).click();
  await context.setOffline(false);

  await writeWithoutNetwork('Mục viết khi mất mạng');
  await context.setOffline(false);
  await expect(words).toHaveValue('Mục viết khi mất mạng');
  await add.click();
  await expect(form).toBeHidden();
  await expect(page.getByText('Mục viết khi mất mạng')).toBeVisible();
  await expect(page.getByText('Mục đã huỷ khi mất mạng')).toHaveCount(0);
  expect(sent).toHaveLength(1);
});

test('a double click makes one meeting, also when the second click comes after the answer', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/work/meetings/new');
  const made: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/occurrences'))
      made.push(request.url());
  });
  await page.getByLabel('Tên cuộc họp').fill('Họp nhấp đúp');
  await page.getByRole('textbox', { name: 'Ngày họp' }).fill('31/12/2098');
  const make = page.getByRole('button', { name: 'Lập phiên họp' });
  await make.scrollIntoViewIfNeeded();
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/occurrences'));
  const box = await make.boundingBox();
  if (!box) throw new Error('the button is not in sight');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(x, y);
  await answered;
  await page.mouse.click(x, y);
  await expect(page.getByRole('heading', { name: 'Họp nhấp đúp' })).toBeVisible();
  expect(made).toHaveLength(1);
});

test('who closes a dialog by keyboard is back at the button that opened it, also where that was in a menu', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/units');
  const menu = page.getByRole('button', { name: 'Thay đổi: Phòng GD&ĐT huyện Bá Thước' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Chuyển…' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(menu).toBeFocused();

  await page.goto(`${system.url}/account`);
  const phone = page.getByRole('button', { name: 'Sửa số điện thoại' });
  await phone.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(phone).toBeFocused();
});
