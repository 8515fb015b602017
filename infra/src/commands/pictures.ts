import { join } from 'node:path';
import { ensureMediasoupWorker } from '../../worker/ensure.ts';
import { ensureChromium } from '../chromium/chromium.ts';
import { projectDir } from '../machine/folders.ts';
import { runTool } from '../machine/tool.ts';
import { step } from '../progress.ts';
import { build } from '../system/build.ts';
import { command } from '../terminal/command.ts';
import { progressPrinter } from '../terminal/progress-printer.ts';

/** `npm run pictures`: takes the pictures of the guides anew in either language, with throw-away demo data; `--all`: every page. */
await command(async (args) => {
  const onProgress = progressPrinter();
  await step(onProgress, 'build', (detail) => build(['build'], ['./apps/*'], detail));
  const env = {
    MEDIASOUP_WORKER_BIN: await ensureMediasoupWorker(onProgress),
    CHROMIUM_BIN: await ensureChromium(onProgress),
  };
  return runTool('npm', ['run', '--silent', 'pictures', '--', ...args], {
    cwd: join(projectDir, 'apps', 'web'),
    env,
  });
});
