import { body } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import type { Page } from '@playwright/test';
import { idOf } from './furnish.ts';
import { accountOf, type Credentials, signedInRest } from './signed-in-rest.ts';

/** A unit that reports, and who does it there: no other journey signs in as them. */
export interface ReportingUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly userId: string;
  readonly displayName: string;
  readonly account: Credentials;
}

const userName = 'van-hanh-tho-xuan';
const made = new WeakMap<System, Promise<ReportingUnit>>();

/** Its operator writes its reports besides, and leads it: they read what is noted about the unit. */
export function reportingUnit(system: System): Promise<ReportingUnit> {
  const known = made.get(system) ?? make(system);
  made.set(system, known);
  return known;
}

async function make(system: System): Promise<ReportingUnit> {
  const account = system.demo?.accounts.find((one) => one.userName === userName);
  if (!account) throw new Error(`the demo province has no ${userName}`);
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { grants } = await body((await signedInRest(system, account)).rest.GET('/api/v1/me'));
  const unitId = grants[0]?.unitId ?? '';
  const path = { unitId };
  const { name } = await body(rest.GET('/api/v1/units/{unitId}', { params: { path } }));
  const userId = await idOf(rest, userName);
  for (const role of ['secretary', 'leader'] as const) {
    await body(rest.POST('/api/v1/grants', { body: { userId, unitId, role, subtree: false } }));
  }
  return { unitId, unitName: name, userId, displayName: account.displayName, account };
}

/** As whoever it is, to the page they asked for. */
export async function signInAs(
  page: Page,
  system: System,
  account: Credentials,
  address: string,
): Promise<void> {
  await page.goto(`${system.url}/sign-in?to=${encodeURIComponent(address)}`);
  await page.getByLabel('Tên đăng nhập').fill(account.userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname === address);
}
