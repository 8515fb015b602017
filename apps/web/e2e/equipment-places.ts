import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { equippedSite } from './equipped-site.ts';
import { openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';
import { settled } from './settled.ts';

const words = {
  vi: {
    overview: 'Tổng quan',
    equipment: 'Thiết bị',
    addDevice: 'Thêm thiết bị',
    openTask: 'Thêm việc',
    record: 'Ghi bảo trì',
    move: 'Điều chuyển',
    catalogue: 'Danh mục thiết bị',
    addItem: 'Thêm loại thiết bị',
    devices: 'Thiết bị',
    kinds: 'Chu kỳ bảo trì theo loại',
    apply: 'Đổi chu kỳ',
    due: 'Bảo trì đến hạn',
    inventory: 'Nhập kiểm kê thiết bị',
    presets: 'Khung hình',
    change: 'Sửa: Chủ trì',
    history: 'Quá trình',
    handOver: 'Chuyển đơn vị',
    expiries: 'Sắp hết hạn',
    checks: 'Kiểm tra kết nối',
    owed: 'Sau phiên họp: kiểm tra trước khi tắt máy',
    closing: 'Kiểm tra trước khi tắt máy',
    readiness: 'Mức sẵn sàng',
  },
  en: {
    overview: 'Overview',
    equipment: 'Equipment',
    addDevice: 'Add a device',
    openTask: 'Add a task',
    record: 'Record maintenance',
    move: 'Move',
    catalogue: 'Catalogue of equipment',
    addItem: 'Add a kind',
    devices: 'Devices',
    kinds: 'Maintenance by kind',
    apply: 'Change the interval',
    due: 'Maintenance due',
    inventory: 'Import an inventory',
    presets: 'Camera presets',
    change: 'Change: Chủ trì',
    history: 'History',
    handOver: 'Hand over',
    expiries: 'Ending soon',
    checks: 'Connection checks',
    owed: 'After the meeting: check before switching off',
    closing: 'Check before switching off',
    readiness: 'Readiness',
  },
} as const;
type Words = (typeof words)['vi' | 'en'];

/** A site's devices, its presets and history, what is due, the catalogue, an inventory, and the check after a meeting. */
export async function visitEquipment(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  seen: Visit,
): Promise<void> {
  const visit = settled(seen);
  const { language } = view;
  const { siteId, deviceCode, occurrenceId } = await equippedSite(system);
  const page = await openPage(browser, system, view);
  const t = words[language];
  await enterConsole(page, system, language);
  await heading(page, t.overview);
  await ofSite(page, siteId, t, visit);
  await page.goto(`/work/devices/${deviceCode}`);
  await heading(page, 'Camera PTZ');
  await page.getByRole('table').getByRole('row').nth(1).waitFor();
  await visit('device', page);
  await dialog(page, t.record, 'device-record', visit);
  await dialog(page, t.move, 'device-move', visit);
  await page.goto('/work/catalogue');
  await heading(page, t.catalogue);
  await page.getByRole('table').getByRole('row').nth(1).waitFor();
  await visit('catalogue', page);
  await dialog(page, t.addItem, 'catalogue-item', visit);
  await page.goto('/work/devices?sort=dueOn');
  await heading(page, t.devices);
  await page.getByRole('table').getByRole('row').nth(5).waitFor();
  await visit('devices', page);
  await page.goto('/work/maintenance');
  await heading(page, t.due);
  await page.getByRole('table').nth(1).waitFor();
  await visit('maintenance', page);
  await page.goto('/work/maintenance/kinds');
  await heading(page, t.kinds);
  await page.getByRole('table').getByRole('row').nth(1).waitFor();
  await visit('maintenance-kinds', page);
  await page.getByRole('button', { name: t.apply, exact: true }).first().click();
  await page.getByRole('dialog').getByRole('status').filter({ hasText: /\d/ }).waitFor();
  await visit('kind-apply', page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.goto('/work/inventory');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await visit('inventory', page);
  await afterTheMeeting(page, occurrenceId, siteId, t, visit);
  await page.goto('/work/readiness?tab=expiries');
  await heading(page, t.readiness);
  await page.getByRole('table').waitFor();
  await visit('expiries', page);
  await page.context().close();
}

async function ofSite(page: Page, siteId: string, t: Words, visit: Visit): Promise<void> {
  await page.goto(`/work/sites/${siteId}?tab=equipment`);
  await page.getByRole('table').first().getByRole('row').nth(1).waitFor();
  await page.getByRole('table').nth(1).waitFor();
  await visit('site-equipment', page);
  await dialog(page, t.addDevice, 'device-add', visit);
  await dialog(page, t.openTask, 'task-open', visit);
  await dialog(page, t.handOver, 'site-hand-over', visit);
  await page.getByRole('tab', { name: t.presets, exact: true }).click();
  await page.getByRole('button', { name: t.change }).waitFor();
  await visit('site-presets', page);
  await dialog(page, t.change, 'site-preset', visit);
  await page.getByRole('tab', { name: t.history, exact: true }).click();
  await page.getByRole('tabpanel').getByRole('row').nth(3).waitFor();
  await visit('site-history', page);
}

async function afterTheMeeting(
  page: Page,
  occurrenceId: string,
  siteId: string,
  t: Words,
  visit: Visit,
): Promise<void> {
  await page.goto('/work/checks');
  await page.getByRole('region', { name: t.owed }).getByRole('link').first().waitFor();
  await visit('checks-owed', page);
  await page.goto(`/work/closing/${occurrenceId}/${siteId}`);
  await heading(page, t.closing);
  await page.getByRole('group').nth(6).waitFor();
  await visit('closing', page);
}

async function dialog(page: Page, button: string, place: string, visit: Visit): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.getByRole('dialog').waitFor();
  await visit(place, page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
