import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureMediasoupWorker } from '../../worker/ensure.ts';
import { sum, type Outcome, type Step } from '../checks/outcome.ts';
import { steps } from '../checks/steps.ts';
import { ensureChromium } from '../chromium/chromium.ts';
import { OperatorError } from '../operator-error.ts';
import { command } from '../terminal/command.ts';
import { progressPrinter, seconds } from '../terminal/progress-printer.ts';

/** `npm test [-- STEP [ARGUMENTS]]`: every check of the house, or one of them; its last line counts the tests. */
await command(async ([only, ...args]) => {
  const folder = mkdtempSync(join(tmpdir(), 'diemcau-test-'));
  // PostgreSQL, unprivileged when we are root, must pass through.
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  useNothingOfTheUser(folder);

  const chosen = choose(steps({ folder, prepare: onlyOnce(prepare) }), only);
  const outcomes = new Map<Step, Outcome>();
  for (const step of chosen) {
    const outcome = await report(step, args);
    outcomes.set(step, outcome);
    // Tests of what does not compile only repeat the compiler.
    if (step.name === 'build' && outcome.failed > 0) break;
  }
  const failed = [...outcomes].filter(([, outcome]) => outcome.failed > 0).map(([step]) => step);
  for (const { name } of failed) {
    process.stdout.write(`✗ ${name}: chạy lại riêng · to run only that: npm test -- ${name}\n`);
  }
  const total = sum([...outcomes.values()]);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
});

/** A running `npm start` and its data, or a server of the user's, are none of the tests' business. */
function useNothingOfTheUser(folder: string): void {
  process.env.DIEMCAU_DATA = join(folder, 'data');
  for (const name of [
    'DATABASE_URL',
    'NATS_URL',
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'MEDIA_PORT',
    'MEDIA_WORKERS',
  ]) {
    delete process.env[name];
  }
}

async function prepare(): Promise<void> {
  const onProgress = progressPrinter();
  process.env.MEDIASOUP_WORKER_BIN = await ensureMediasoupWorker(onProgress);
  process.env.CHROMIUM_BIN = await ensureChromium(onProgress);
}

function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

function choose(all: Step[], only: string | undefined): Step[] {
  if (!only) return all;
  const found = all.filter(({ name }) => name === only);
  if (found.length > 0) return found;
  const names = all.map(({ name }) => name).join(', ');
  throw new OperatorError({
    vi: `Không có bước "${only}"; có: ${names}.`,
    en: `There is no step "${only}"; there are: ${names}.`,
  });
}

async function report(step: Step, args: string[]): Promise<Outcome> {
  process.stdout.write(`▸ ${step.title}\n`);
  const startedAt = performance.now();
  const outcome = await step.run(args);
  const counts = outcome.passed > 0 ? `  ${outcome.passed} passed, ${outcome.failed} failed` : '';
  process.stdout.write(
    `${outcome.failed === 0 ? '✓' : '✗'} ${step.title}  ${seconds(performance.now() - startedAt)}${counts}\n`,
  );
  return outcome;
}
