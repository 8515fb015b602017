import { defineConfig } from '@playwright/test';
import { browserLaunch } from './browser-launch';

/** Whole journeys in a real browser against the whole system, one after the other: they share two cores. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  // On a shared runner a neighbour may take the cores in the middle of a journey.
  retries: process.env.CI === undefined ? 0 : 1,
  use: {
    locale: 'vi-VN',
    viewport: { width: 1440, height: 900 },
    permissions: ['camera', 'microphone'],
    screenshot: 'only-on-failure',
    launchOptions: browserLaunch,
  },
});
