import type { LaunchOptions } from '@playwright/test';

/** Chromium with a camera and a microphone of its own making. */
export const browserLaunch: LaunchOptions = {
  executablePath: process.env.CHROMIUM_BIN ?? process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ],
};
