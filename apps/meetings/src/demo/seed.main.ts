import { RosterClient } from '@diemcau/contracts/identity/roster';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { Nats } from '@diemcau/service/bus/nats';
import { NatsBus } from '@diemcau/service/bus/nats-bus';
import { ConfigError } from '@diemcau/service/config/config';
import { openDatabase } from '@diemcau/service/database/database.module';
import { Logger } from '@nestjs/common';
import { meetingsDatabase } from '../database.js';
import { seed } from './seed.js';

/** Prints one line of JSON, {@link Seeded}, and nothing else. Run by the bootstrap after identity's, never in production. */
async function main(): Promise<void> {
  if (process.env['NODE_ENV'] === 'production')
    throw new ConfigError('Demo data is not for NODE_ENV=production.');
  Logger.overrideLogger(false);
  const nats = await Nats.connect('meetings-demo');
  const database = await openDatabase(meetingsDatabase);
  try {
    const bus = new NatsBus(nats);
    const seeded = await seed(database, new UnitsClient(bus), new RosterClient(bus));
    process.stdout.write(`${JSON.stringify(seeded)}\n`);
  } finally {
    await database.destroy();
    await nats.close();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
