import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, projectDir } from '../machine/folders.ts';
import { runTool } from '../machine/tool.ts';
import { OperatorError } from '../operator-error.ts';
import { runningPostgres } from '../postgres/running.ts';
import { command } from '../terminal/command.ts';

const program = join(projectDir, 'apps', 'identity', 'dist', 'merge-province', 'merge-province.main.js');

/**
 * `npm run merge-province -- --from so-cu --into so-moi --on 2025-07-01 --decision "…" [--suffix cu] [--yes]`: makes one
 * province of the installation that runs here part of another. Elsewhere the program itself is run where identity runs
 * (docs: operations).
 */
await command(async (args) => {
  const databaseUrl = runningPostgres(dataDir());
  if (!databaseUrl || !existsSync(program)) {
    throw new OperatorError({
      vi: 'Điểm Cầu không chạy ở đây: hãy chạy "npm start" trước.',
      en: 'Điểm Cầu does not run here: run "npm start" first.',
    });
  }
  return runTool(process.execPath, [program, ...args], { env: { DATABASE_URL: databaseUrl } });
});
