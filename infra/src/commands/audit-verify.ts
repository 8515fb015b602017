import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, projectDir } from '../machine/folders.ts';
import { runTool } from '../machine/tool.ts';
import { OperatorError } from '../operator-error.ts';
import { runningPostgres } from '../postgres/running.ts';
import { command } from '../terminal/command.ts';

const program = join(projectDir, 'apps', 'identity', 'dist', 'audit', 'verify', 'verify.main.js');

/**
 * `npm run audit:verify [-- --anchor POSITION:HASH]`: is the audit log as it was written? Of the installation that runs
 * here, or of DATABASE_URL; exit code 1 when it is not.
 */
await command(async (args) => {
  const databaseUrl = process.env.DATABASE_URL || runningPostgres(dataDir());
  if (!databaseUrl) {
    throw new OperatorError({
      vi: 'Điểm Cầu không chạy ở đây: hãy chạy "npm start" trước, hoặc đặt DATABASE_URL.',
      en: 'Điểm Cầu does not run here: run "npm start" first, or set DATABASE_URL.',
    });
  }
  if (!existsSync(program)) {
    throw new OperatorError({
      vi: 'Chưa dựng chương trình: hãy chạy "npm run build" trước.',
      en: 'The programs are not built yet: run "npm run build" first.',
    });
  }
  const anchors = anchorsOf(args);
  return runTool(process.execPath, [program, ...anchors], { env: { DATABASE_URL: databaseUrl } });
});

/** Each after its `--anchor`. */
function anchorsOf(args: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    if (arg === '--anchor') return [];
    if (args[i - 1] === '--anchor') return [arg];
    throw new OperatorError({
      vi: `Không hiểu "${arg}"; chỉ có --anchor <vị trí>:<băm>.`,
      en: `"${arg}" is not known; there is only --anchor <position>:<hash>.`,
    });
  });
}
