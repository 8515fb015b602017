import { ConfigError, loadConfig } from '@diemcau/service/config/config';
import { openDatabase } from '@diemcau/service/database/database.module';
import { Logger } from '@nestjs/common';
import { parseArgs } from 'node:util';
import { IdentityConfig } from '../config.js';
import { identityDatabase } from '../database.js';
import { type FirstAdmin, FirstAdminRefused, makeFirstAdmin } from './first-admin.js';

const usage = `Usage: first-admin.main.js --province "<name>" --code <short-code> [--user-name quan-tri] [--name "<full name>"]
Makes the province, unless it is there, and its first department admin. Prints one line of JSON with the initial secret.`;

function wanted(): FirstAdmin {
  const { values } = parseArgs({
    options: {
      province: { type: 'string' },
      code: { type: 'string' },
      'user-name': { type: 'string', default: 'quan-tri' },
      name: { type: 'string', default: 'Quản trị sở' },
    },
  });
  const { province, code, 'user-name': userName, name: displayName } = values;
  if (!province || !code || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) throw new FirstAdminRefused(usage);
  return { provinceName: province.normalize('NFC'), provinceCode: code, userName, displayName };
}

async function main(): Promise<void> {
  const asked = wanted();
  Logger.overrideLogger(false);
  const { secretsKey } = loadConfig(IdentityConfig);
  const database = await openDatabase(identityDatabase);
  try {
    const { secret, expiresAt } = await makeFirstAdmin(database, secretsKey, asked);
    process.stdout.write(`${JSON.stringify({ userName: asked.userName, secret, expiresAt })}\n`);
  } finally {
    await database.destroy();
  }
}

await main().catch((error: unknown) => {
  const expected =
    error instanceof ConfigError || error instanceof FirstAdminRefused || error instanceof TypeError;
  process.stderr.write(`${expected ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
