import { ConfigError, loadConfig } from '@diemcau/service/config/config';
import { openDatabase } from '@diemcau/service/database/database.module';
import { Logger } from '@nestjs/common';
import { parseArgs } from 'node:util';
import { IdentityConfig } from '../config.js';
import { identityDatabase } from '../database.js';
import { type FirstAdmin, FirstAdminRefused, makeFirstAdmin } from './first-admin.js';

const usage = `Cần tên tỉnh và mã tỉnh · the name and the code of the province are needed:
  --province "Sở Giáo dục và Đào tạo …" --code so-tinh [--user-name quan-tri] [--name "Quản trị sở"]
Mã: chữ thường không dấu, số và gạch nối · the code: lower-case letters without accents, digits and hyphens.`;

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
  if (!province?.trim() || !code || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))
    throw new FirstAdminRefused(usage);
  return { provinceName: province.normalize('NFC').trim(), provinceCode: code, userName, displayName };
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
