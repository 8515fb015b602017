import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, projectDir } from '../machine/folders.ts';
import { ensureSecrets } from '../machine/secrets.ts';
import { runTool } from '../machine/tool.ts';
import { OperatorError } from '../operator-error.ts';
import { runningPostgres } from '../postgres/running.ts';
import { command } from '../terminal/command.ts';

const program = join(projectDir, 'apps', 'identity', 'dist', 'first-admin', 'first-admin.main.js');

/**
 * `npm run first-admin -- --province "Sở Giáo dục và Đào tạo …" --code so-…`: a province and the account that administers it,
 * in the installation that runs here; `-- --recover --user-name …`: a new first secret for one who is locked out. Elsewhere the program itself is run where identity runs (docs: operations).
 */
await command(async (args) => {
  const databaseUrl = runningPostgres(dataDir());
  if (!databaseUrl || !existsSync(program)) {
    throw new OperatorError({
      vi: 'Điểm Cầu không chạy ở đây: hãy chạy "npm start" trước.',
      en: 'Điểm Cầu does not run here: run "npm start" first.',
    });
  }
  const { secretsKey, accessTokenSecret } = ensureSecrets(dataDir());
  let answer = '';
  const code = await runTool(process.execPath, [program, ...args], {
    env: { DATABASE_URL: databaseUrl, SECRETS_KEY: secretsKey, ACCESS_TOKEN_SECRET: accessTokenSecret },
    onLine: (line) => (answer += `${line}\n`),
  });
  if (code !== 0)
    throw new OperatorError({
      vi: `Không cấp được mã lần đầu.\n${answer.trimEnd()}`,
      en: 'No first secret was given; the reason is above.',
    });
  process.stdout.write(told(answer));
});

function told(answer: string): string {
  const { userName, secret, expiresAt } = JSON.parse(answer) as Record<string, string>;
  return [
    '',
    `  Tên đăng nhập · user name   ${userName}`,
    `  Mã lần đầu · first secret   ${secret}`,
    `  Hết hạn · expires           ${expiresAt}`,
    '',
    '  Đăng nhập bằng mã này rồi tự đặt mật khẩu; mã không hiện lại.',
    '  Sign in with the secret and choose a password; the secret is not shown again.',
    '',
  ].join('\n');
}
