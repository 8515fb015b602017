import { anonymous } from '@diemcau/contracts/core/caller';
import { commonFailures } from '@diemcau/contracts/core/failure';
import { eventually, TestBed } from '../src/service.js';
import { failTheNextFacts, ToyFacts, ToysClient, ToysModule } from './toy.js';

describe('facts', () => {
  let bed: TestBed;
  let toys: ToysClient;
  beforeAll(async () => {
    bed = await TestBed.start({ durable: true });
    await bed.serve(ToysModule, { name: 'toys' });
    // A second replica: relays and consumers share the work.
    await bed.serve(ToysModule, { name: 'toys' });
    toys = bed.client(ToysClient);
  });
  afterAll(() => bed.stop());

  const timesHeard = async (name: string): Promise<number> =>
    (await bed.sql('SELECT 1 FROM toys.heard WHERE name = $1', [name])).length;
  const timesNoted = async (name: string): Promise<number> =>
    (await bed.sql('SELECT 1 FROM toys.noted WHERE name = $1', [name])).length;
  const isTold = async () => (await bed.sql('SELECT 1 FROM toys.outbox')).length === 0;

  test('are taken once by the service and overheard by whoever listens', async () => {
    const overheard = bed.listen(ToyFacts.counted);
    await toys.count({ name: 'once', by: 1 }, anonymous);
    await eventually(
      () => timesHeard('once'),
      (times) => times === 1,
    );
    await eventually(isTold, Boolean);
    expect(overheard).toContainEqual({ name: 'once', total: 1 });
  });

  test('are taken by every part of a service that is marked for them, or by none', async () => {
    failTheNextFacts(1);
    await toys.count({ name: 'both', by: 1 }, anonymous);
    await eventually(
      () => timesHeard('both'),
      (times) => times === 1,
      15_000,
    );
    expect(await timesNoted('both')).toBe(1);
  });

  test('are not told when the change was rolled back', async () => {
    await expect(toys.countAndFail({ name: 'never', by: 1 }, anonymous)).rejects.toThrow();
    await toys.count({ name: 'after', by: 1 }, anonymous);
    await eventually(
      () => timesHeard('after'),
      (times) => times === 1,
    );
    expect(await timesHeard('never')).toBe(0);
  });

  test('come again until they are taken, and what a failed try did is undone', async () => {
    failTheNextFacts(2);
    await toys.count({ name: 'again', by: 1 }, anonymous);
    await eventually(
      () => timesHeard('again'),
      (times) => times === 1,
      15_000,
    );
  });

  test('told twice are taken once', async () => {
    await toys.count({ name: 'twice', by: 1 }, anonymous);
    await eventually(
      () => timesHeard('twice'),
      (times) => times === 1,
    );
    const [{ fact_id: id } = { fact_id: '' }] = await bed.sql<{ fact_id: string }>(
      'SELECT fact_id FROM toys.inbox ORDER BY taken_at DESC LIMIT 1',
    );
    // As after a crash between JetStream's acknowledgement and the outbox row's deletion.
    await bed.sql(`INSERT INTO toys.outbox (id, subject, body, request_id) VALUES ($1, $2, $3, 'r')`, [
      id,
      ToyFacts.counted.subject,
      { name: 'twice', total: 1 },
    ]);
    await eventually(isTold, Boolean);
    await toys.count({ name: 'later', by: 1 }, anonymous);
    await eventually(
      () => timesHeard('later'),
      (times) => times === 1,
    );
    expect(await timesHeard('twice')).toBe(1);
  });

  test('survive NATS being killed: recorded meanwhile, told when it is back', async () => {
    await bed.kill('nats');
    await bed.whenReady('nats');
    const counts = Array.from({ length: 20 }, (_, index) => countUntilDone(`nats-${index}`));
    await Promise.all(counts);
    for (let index = 0; index < 20; index += 1) {
      await eventually(
        () => timesHeard(`nats-${index}`),
        (times) => times === 1,
        15_000,
      );
    }
  });

  test('survive PostgreSQL being killed; meanwhile callers hear that it will be back', async () => {
    await toys.count({ name: 'before', by: 1 }, anonymous);
    await bed.kill('postgres');
    await expect(toys.count({ name: 'meanwhile', by: 1 }, anonymous)).rejects.toMatchObject({
      kind: commonFailures.unavailable,
    });
    await bed.whenReady('postgres');
    await countUntilDone('postgres');
    for (const name of ['before', 'postgres']) {
      await eventually(
        () => timesHeard(name),
        (times) => times === 1,
        15_000,
      );
    }
  });

  /** As a client does on 503: tries again. */
  async function countUntilDone(name: string): Promise<void> {
    await eventually(
      () =>
        toys.count({ name, by: 1 }, anonymous).then(
          () => true,
          () => false,
        ),
      Boolean,
      15_000,
    );
  }
});
