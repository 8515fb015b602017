import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type System } from '@diemcau/infra/system';
import { test as base } from '@playwright/test';
import { receiversHere } from './webhook-receiver';

/** `test` with the whole product running beside it, with the demo province, thrown away at the end. */
export const test = base.extend<object, { system: System }>({
  system: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from the pattern, and takes no other argument
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'diemcau-web-'));
      const system = await startSystem({ dataDir, demo: true, durable: false, env: receiversHere });
      await use(system);
      await system.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
