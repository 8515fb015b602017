import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureMediasoupWorker } from '../../worker/ensure.ts';
import { projectDir } from '../machine/folders.ts';
import { runTool } from '../machine/tool.ts';
import { OperatorError } from '../operator-error.ts';
import { step } from '../progress.ts';
import { build } from '../system/build.ts';
import { command } from '../terminal/command.ts';
import { progressPrinter } from '../terminal/progress-printer.ts';

const folder = join(projectDir, 'bench', 'src');

/** `npm run bench:sfu|join|edge [-- --quick]`: builds, then runs `bench/src/NAME.ts`, which prints its figures. */
await command(async ([name = '', ...args]) => {
  const program = join(folder, `${name}.ts`);
  if (!existsSync(program)) throw unknown(name);
  const onProgress = progressPrinter();
  await step(onProgress, 'build', (detail) => build(['build'], ['./apps/*', './bench'], detail));
  const worker = await ensureMediasoupWorker(onProgress);
  return runTool(process.execPath, [program, ...args], { env: { MEDIASOUP_WORKER_BIN: worker } });
});

function unknown(name: string): OperatorError {
  const names = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.ts')) : [];
  const known = names.map((file) => file.replace('.ts', '')).join(', ');
  return new OperatorError({
    vi: `Không có phép đo "${name}"; có: ${known}.`,
    en: `There is no bench "${name}"; there are: ${known}.`,
  });
}
