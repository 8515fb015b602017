import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Jobs } from './jobs.js';
import { ServiceIdentity } from '../service-identity.js';

/** Work that ends when it is let go. */
function held() {
  const begun: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => begun.push(resolve));
  return { begun, work };
}
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await sleep(5);
};
const named = () => new Jobs(new ServiceIdentity('test'));

beforeAll(() => Logger.overrideLogger(false));

describe('a job that is asked for sooner than its time', () => {
  test('runs once for all hints of a moment, and once more for those that come during its work', async () => {
    const jobs = named();
    const { begun, work } = held();
    jobs.every('work', '* * * * *', work);
    for (let hints = 0; hints < 3; hints += 1) jobs.soon('work');
    await until(() => begun.length === 1);
    for (let hints = 0; hints < 3; hints += 1) jobs.soon('work');
    await sleep(300);
    expect(begun).toHaveLength(1);
    begun[0]?.();
    await until(() => begun.length === 2);
    begun[1]?.();
    await jobs.beforeApplicationShutdown();
    expect(begun).toHaveLength(2);
  });

  test('that failed runs again with the next hint', async () => {
    const jobs = named();
    let runs = 0;
    jobs.every('work', '* * * * *', async () => {
      runs += 1;
      if (runs === 1) throw new Error('the database was away');
    });
    jobs.soon('work');
    await until(() => runs === 1);
    jobs.soon('work');
    await until(() => runs === 2);
  });

  test('has ended before the service lets go of the database, and does not begin after that', async () => {
    const jobs = named();
    const { begun, work } = held();
    jobs.every('work', '* * * * *', work);
    jobs.soon('work');
    await until(() => begun.length === 1);
    jobs.soon('work');
    let stopped = false;
    const stopping = jobs.beforeApplicationShutdown().then(() => {
      stopped = true;
    });
    await sleep(200);
    expect(stopped).toBe(false);
    begun[0]?.();
    await stopping;
    expect(begun).toHaveLength(1);
  });

  test('does nothing where jobs rest, and is refused where nobody declared it', async () => {
    const jobs = named();
    let runs = 0;
    jobs.every('work', '* * * * *', async () => {
      runs += 1;
    });
    expect(() => jobs.soon('other')).toThrow('no job is called other');
    jobs.rest();
    jobs.soon('work');
    await sleep(300);
    expect(runs).toBe(0);
  });
});
