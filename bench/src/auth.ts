import { randomBytes } from 'node:crypto';
import { accountsOf, signIn } from './auth/accounts.ts';
import { guardedRequests } from './auth/guarded.ts';
import { signInsPerSecond } from './auth/sign-ins.ts';
import type { Requests } from './edge/requests.ts';
import { withHouse } from './measure/house.ts';
import { benchOptions } from './measure/options.ts';
import { printFigures } from './measure/report.ts';
import { Child } from './processes/child.ts';

const { quick } = benchOptions();
const bursts = quick ? { rounds: 5, forMs: 1500 } : { rounds: 9, forMs: 4000 };
/** All requests come from one address here. */
const env = {
  ACCESS_TOKEN_SECRET: randomBytes(32).toString('hex'),
  LIMIT_READS_PER_MINUTE: '10000000',
  LIMIT_SIGN_INS_PER_MINUTE: '10000000',
};

printFigures(
  'auth',
  await withHouse({ services: ['identity', 'gateway'], env, demo: true }, async (house) => {
    const load = await Child.start<Requests>('edge/requests.ts');
    const accounts = accountsOf(house);
    const [first] = accounts;
    if (!first) throw new Error('nobody can sign in');
    const twinEnv = {
      ...env,
      NATS_URL: house.natsUrl,
      DATABASE_URL: house.databaseUrl,
      HEALTH_PORT: '0',
    };
    const guarded = await guardedRequests(house, load, await signIn(house, first), twinEnv, bursts);
    const signIns = await signInsPerSecond(house, load, accounts, bursts);
    await load.stop();
    return [guarded, signIns];
  }),
);
