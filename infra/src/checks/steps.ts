import { join } from 'node:path';
import { projectDir } from '../machine/folders.ts';
import { runTool } from '../machine/tool.ts';
import { OperatorError } from '../operator-error.ts';
import { build } from '../system/build.ts';
import { fromExitCode, type Outcome, type Step } from './outcome.ts';
import { jestOutcome, playwrightOutcome } from './reports.ts';

const HOUSE = ['.dependency-cruiser.mjs', 'apps', 'libs', 'infra', 'bench'];
const WEB = join(projectDir, 'apps', 'web');

/** Where the runners of one `npm test` put their reports and everything else that is thrown away afterwards. */
export interface Workbench {
  folder: string;
  /** Puts the mediasoup worker and Chromium in place, which takes its time only once per machine. */
  prepare(): Promise<void>;
}

export function steps(bench: Workbench): Step[] {
  return [
    tool('format', 'prettier', ['prettier', '--check', '--log-level', 'warn', '.']),
    tool('lint', 'oxlint', ['oxlint', '--deny-warnings']),
    { name: 'build', title: 'biên dịch và kiểm tra kiểu · build and type check', run: buildAll },
    // After the build: imports between packages lead to what was built.
    tool('boundaries', 'ai biết ai · who knows whom', ['depcruise', '--config', ...HOUSE]),
    { name: 'unit', title: 'jest', run: (args) => jest(bench, args) },
    { name: 'browser', title: 'playwright', run: (args) => playwright(bench, args) },
  ];
}

function tool(name: string, title: string, [program = '', ...fixed]: string[]): Step {
  return { name, title, run: async (args) => fromExitCode(await runTool(program, [...fixed, ...args])) };
}

async function buildAll(): Promise<Outcome> {
  try {
    await build(['build', 'typecheck'], [], () => undefined);
    return fromExitCode(0);
  } catch (error) {
    if (error instanceof OperatorError) return fromExitCode(1);
    throw error;
  }
}

async function jest({ folder, prepare }: Workbench, args: string[]): Promise<Outcome> {
  await prepare();
  const report = join(folder, 'jest.json');
  // A test that failed may have left something open: report it, do not hang.
  const options = ['--forceExit', '--json', `--outputFile=${report}`];
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const runner = join('node_modules', 'jest', 'bin', 'jest.js');
  const code = await runTool(process.execPath, [...flags, runner, ...options, ...args]);
  return jestOutcome(report, code);
}

async function playwright({ folder, prepare }: Workbench, args: string[]): Promise<Outcome> {
  await prepare();
  const report = join(folder, 'playwright.json');
  const code = await runTool(
    join(WEB, 'node_modules', '.bin', 'playwright'),
    ['test', '-c', join('e2e', 'playwright.config.ts'), '--reporter=list,json', ...args],
    { cwd: WEB, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  return playwrightOutcome(report, code);
}
