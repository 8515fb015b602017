import { ConfigError, loadConfig } from '@diemcau/service/config/config';
import { openDatabase } from '@diemcau/service/database/database.module';
import { Logger } from '@nestjs/common';
import { parseArgs } from 'node:util';
import { IdentityConfig } from '../config.js';
import { identityDatabase } from '../database.js';
import { type FirstAdmin, FirstAdminRefused, makeFirstAdmin } from './first-admin.js';
import { recoverAdmin, type Recovery } from './recovering.js';

const usage = `Cần tên tỉnh và mã tỉnh · the name and the code of the province are needed:
  --province "Sở Giáo dục và Đào tạo …" --code so-tinh [--user-name quan-tri] [--name "Quản trị sở"]
Mã: chữ thường không dấu, số và gạch nối · the code: lower-case letters without accents, digits and hyphens.
Quản trị sở không vào được nữa · a department admin who is locked out:
  --recover --user-name quan-tri [--lost-second-step]`;

function wanted(): FirstAdmin | Recovery {
  const { values } = parseArgs({
    options: {
      province: { type: 'string' },
      code: { type: 'string' },
      'user-name': { type: 'string' },
      name: { type: 'string', default: 'Quản trị sở' },
      recover: { type: 'boolean', default: false },
      'lost-second-step': { type: 'boolean', default: false },
    },
  });
  const { province, code, name: displayName, recover, 'lost-second-step': lostFactors } = values;
  if (recover) {
    if (!values['user-name'] || province || code) throw new FirstAdminRefused(usage);
    return { userName: values['user-name'].normalize('NFC').trim(), lostFactors };
  }
  if (lostFactors || !province?.trim() || !code || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))
    throw new FirstAdminRefused(usage);
  const userName = values['user-name'] ?? 'quan-tri';
  return { provinceName: province.normalize('NFC').trim(), provinceCode: code, userName, displayName };
}

async function main(): Promise<void> {
  const asked = wanted();
  Logger.overrideLogger(false);
  const { secretsKey } = loadConfig(IdentityConfig);
  const database = await openDatabase(identityDatabase);
  try {
    const { secret, expiresAt } = await ('lostFactors' in asked
      ? recoverAdmin(database, secretsKey, asked)
      : makeFirstAdmin(database, secretsKey, asked));
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
