import { body } from '@diemcau/client/rest';
import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { siteOf } from './prepared-meeting';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

/** More than a page of the roster has; their unit stands before the department by name. */
const others = 205;

test('who runs a site stays with it when it is saved, however long the roster of the province is (HB-10.3)', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { items } = await body(rest.GET('/api/v1/units', { params: { query: { q: 'pgd-vinh-loc' } } }));
  const entry = (unitId: string, name: string) =>
    body(
      rest.POST('/api/v1/roster', {
        body: { unitId, name, phone: '0900 000 000', duties: 'Trực kỹ thuật', since: '2026-01-01' },
      }),
    );
  for (let n = 1; n <= others; n++) await entry(items[0]?.id ?? '', `Cán bộ mẫu ${n}`);

  const siteId = await siteOf(rest, 'trực tuyến Sở');
  const at = { params: { path: { siteId } } };
  const site = await body(rest.GET('/api/v1/sites/{siteId}', at));
  const own = await entry(site.unitId, 'Cán bộ trực Sở (mẫu)');
  await body(
    rest.PUT('/api/v1/sites/{siteId}/operators', {
      ...at,
      body: { version: site.version, entryIds: [...site.operators.map(({ entryId }) => entryId), own.id] },
    }),
  );

  await signIn(page, system, 'departmentAdmin', `/work/sites/${siteId}`);
  await page.goto(`${system.url}/work/sites/${siteId}?tab=operators`);
  await page.getByRole('button', { name: 'Chọn cán bộ' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chọn cán bộ' });
  await expect(dialog.getByRole('checkbox', { name: /Cán bộ trực Sở/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog).toBeHidden();
  const saved = await body(rest.GET('/api/v1/sites/{siteId}', at));
  expect(saved.operators.map(({ name }) => name)).toContain('Cán bộ trực Sở (mẫu)');
});
