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
    // Few pictures a second: three browsers, their encoders and the whole system share two cores.
    '--use-fake-device-for-media-stream=fps=10',
    '--use-fake-ui-for-media-stream',
  ],
};
