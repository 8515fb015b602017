import { expect } from '@playwright/test';
import { test } from './with-system';

/** Of the interface: what a guest's entry page may pull in before anything is pressed, as it travels. */
const budgetBytes = 200_000;

test('the first load of the guest entry page is at most 200 KB of compressed JavaScript', async ({
  page,
  system,
}) => {
  await page.goto(`${system.url}/r/thanh-hoa`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('combobox')).toBeVisible();
  const scripts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ encodedBodySize, decodedBodySize }) => ({ encodedBodySize, decodedBodySize })),
  );
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  const travelled = sum(scripts.map(({ encodedBodySize }) => encodedBodySize));
  test.info().annotations.push({ type: 'measured', description: `${travelled} bytes` });
  expect(travelled).toBeGreaterThan(0);
  expect(travelled).toBeLessThan(sum(scripts.map(({ decodedBodySize }) => decodedBodySize)));
  expect(travelled).toBeLessThanOrEqual(budgetBytes);
});
