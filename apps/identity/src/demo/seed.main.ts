import { ConfigError } from '@diemcau/service/config/config';
import { openDatabase } from '@diemcau/service/database/database.module';
import { Logger } from '@nestjs/common';
import { identityDatabase } from '../database.js';
import { seed } from './seed.js';

/** Prints one line of JSON, {@link Seeded}, and nothing else. Run by the bootstrap, never in production. */
async function main(): Promise<void> {
  if (process.env['NODE_ENV'] === 'production')
    throw new ConfigError('Demo data is not for NODE_ENV=production.');
  Logger.overrideLogger(false);
  const database = await openDatabase(identityDatabase);
  try {
    process.stdout.write(`${JSON.stringify(await seed(database))}\n`);
  } finally {
    await database.destroy();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
