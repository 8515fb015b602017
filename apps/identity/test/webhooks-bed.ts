import type { UserCaller } from '@diemcau/contracts/core/caller';
import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import {
  type Delivery,
  type MadeWebhook,
  type MakeWebhook,
  WebhooksClient,
} from '@diemcau/contracts/identity/webhooks';
import { Facts } from '@diemcau/service/facts/facts';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { type Maker, startIdentity, userCaller } from './identity.js';
import { Receiver } from './webhooks-receiver.js';

export let bed: TestBed;
export let make: Maker;
export let webhooks: WebhooksClient;
export let receiver: Receiver;
/** Of a webhook that only wakes the courier. */
let waker: Receiver;
export let province: string;
export let school: string;
export let sibling: string;
export let admin: UserCaller;

/** A province with two schools and a receiver of their webhooks, for the tests of one file. */
export function standWebhooks(): void {
  beforeAll(async () => {
    Object.assign(process.env, { WEBHOOKS_TO_PRIVATE_ADDRESSES: 'true', WEBHOOK_TIMEOUT_MS: '400' });
    ({ bed, make } = await startIdentity());
    webhooks = bed.client(WebhooksClient);
    waker = await Receiver.start();
    province = await make.unit('Sở mẫu');
    school = await make.unit('Trường mẫu', { parentId: province, type: 'school' });
    sibling = await make.unit('Trường khác', { parentId: province, type: 'school' });
    admin = userCaller(await make.user('quan-tri', { unitId: province }), randomUUID(), [
      { role: 'departmentAdmin', unitId: province, subtree: true },
    ]);
  });
  beforeEach(async () => {
    receiver = await Receiver.start();
  });
  afterEach(async () => {
    // The receiver would keep the test run from ending.
    await bed.sql('DELETE FROM identity.webhooks').finally(() => receiver.stop());
  });
  afterAll(async () => {
    await bed.stop();
    await waker.stop();
  });
}

export const subscribe = (more: Partial<MakeWebhook> = {}): Promise<MadeWebhook> =>
  webhooks.make(
    {
      name: 'Hệ thống mẫu',
      unitId: province,
      subtree: true,
      url: receiver.url,
      events: ['sessions.ended', 'rights.changed'],
      ...more,
    },
    admin,
  );
export const person = (unitId = school) => make.user(`nguoi-${randomUUID()}`, { unitId });
/** As the services of the house do: the fact is a row of a transaction. */
export const sessionsEnd = (userId: string) =>
  bed
    .part(DataSource)
    .transaction((manager) =>
      bed.part(Facts).record(manager, SessionFacts.ended, { userId, sessionIds: [randomUUID()] }),
    );
export const received = (count: number) =>
  eventually(
    () => receiver.received,
    (heard) => heard.length >= count,
  );
export const log = async ({ webhook }: MadeWebhook): Promise<Delivery[]> =>
  (await webhooks.deliveries({ webhookId: webhook.id }, admin)).items;
export const settled = (made: MadeWebhook, holds: (one: Delivery) => boolean) =>
  eventually(
    () => log(made),
    (items) => items.length > 0 && items.every(holds),
  );
/** Lets the time until the next attempt pass. */
export const pass = async (made: MadeWebhook, back = '0 s') => {
  await bed.sql(
    `UPDATE identity.webhook_deliveries
     SET next_attempt_at = now() - interval '1 second', first_due_at = first_due_at - $2::interval, happened_at = happened_at - $2::interval
     WHERE webhook_id = $1`,
    [made.webhook.id, back],
  );
  const other = await subscribe({ events: [], url: waker.url });
  await webhooks.ping({ webhookId: other.webhook.id }, admin);
  await settled(other, ({ state }) => state === 'delivered');
};
