import { WebhooksClient } from '@diemcau/contracts/identity/webhooks';
import { eventually, TestBed } from '@diemcau/testing/service';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { accessTokenSecret, Maker, secretsKey, service, userCaller } from './identity.js';
import { Receiver } from './webhooks-receiver.js';

const events = 40;
const running: ChildProcess[] = [];
let bed: TestBed;
let receiver: Receiver;

/** The built service as a process of its own, which can be killed. */
async function startProcess(webhooks: WebhooksClient): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../dist/main.js')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ACCESS_TOKEN_SECRET: accessTokenSecret,
      SECRETS_KEY: secretsKey,
      WEBHOOKS_TO_PRIVATE_ADDRESSES: 'true',
    },
  });
  running.push(child);
  const answers = () =>
    webhooks
      .list({}, service)
      .then(() => true)
      .catch(() => false);
  await eventually(answers, (up) => up, 30_000);
  return child;
}

beforeAll(async () => {
  bed = await TestBed.start({ durable: true });
  receiver = await Receiver.start();
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await receiver.stop();
  await bed.stop();
});

test('a service that is killed with deliveries in the air loses none of them', async () => {
  const webhooks = bed.client(WebhooksClient);
  const first = await startProcess(webhooks);
  const make = new Maker(bed, 'not a hash');
  const unitId = await make.unit('Sở mẫu');
  const admin = userCaller(await make.user('quan-tri', { unitId }), randomUUID(), [
    { role: 'departmentAdmin', unitId, subtree: true },
  ]);
  const { webhook } = await webhooks.make(
    { name: 'Mẫu', unitId, subtree: true, url: receiver.url, events: [] },
    admin,
  );
  // The first ones are taken and never answered: they are in the air when the service is killed.
  receiver.answering = () => null;
  const ids: string[] = [];
  for (let i = 0; i < events; i++) ids.push((await webhooks.ping({ webhookId: webhook.id }, admin)).id);
  await eventually(
    () => receiver.received,
    (heard) => heard.length >= 4,
  );
  first.kill('SIGKILL');
  const inTheAir = receiver.received.map(({ id }) => id);

  receiver.answering = () => ({ status: 204 });
  await startProcess(webhooks);
  await bed.sql(
    `UPDATE identity.webhook_deliveries SET next_attempt_at = now() - interval '1 second' WHERE state = 'pending'`,
  );
  const states = () =>
    bed.sql<{ id: string; state: string; attempts: number }>(
      'SELECT id, state, attempts FROM identity.webhook_deliveries',
    );
  const rows = await eventually(states, (all) => all.every(({ state }) => state === 'delivered'), 20_000);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(inTheAir.length).toBeGreaterThanOrEqual(4);
  for (const { id, attempts } of rows) expect([id, attempts]).toEqual([id, inTheAir.includes(id) ? 2 : 1]);
}, 90_000);
