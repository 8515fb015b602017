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
  use: {
    locale: 'vi-VN',
    viewport: { width: 1440, height: 900 },
    permissions: ['camera', 'microphone'],
    screenshot: 'only-on-failure',
    launchOptions: browserLaunch,
  },
});
