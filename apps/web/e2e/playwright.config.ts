import { defineConfig } from '@playwright/test';
import { browserLaunch } from './browser-launch';

/** Waits most of its minutes for the clock: for a room that opens a quarter of an hour before its meeting. */
const waiting = 'yearly-plan.spec.ts';

/**
 * Whole journeys in a real browser against the whole system, one after the other: they share two cores. Only what mostly
 * waits does so beside them, with a system of its own. What measures the product's own limits in seconds has the machine
 * to itself, at the end: it takes Playwright's lock `-exclusive-`.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  projects: [
    { name: 'journeys', testIgnore: waiting, workers: 1 },
    { name: 'waiting', testMatch: waiting, workers: 1 },
  ],
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
