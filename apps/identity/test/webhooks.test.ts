import type { UserCaller } from '@diemcau/contracts/core/caller';
import { ImportFacts } from '@diemcau/contracts/identity/import-facts';
import { KeyFacts } from '@diemcau/contracts/identity/keys';
import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import {
  type Delivery,
  type MadeWebhook,
  type MakeWebhook,
  webhookErrors,
  WebhooksClient,
} from '@diemcau/contracts/identity/webhooks';
import { Facts } from '@diemcau/service/facts/facts';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { IdentityModule } from '../src/identity.module.js';
import { ForgettingJob } from '../src/webhooks/forgetting.job.js';
import { type Maker, startIdentity, userCaller } from './identity.js';
import { Receiver, verify } from './webhooks-receiver.js';

let bed: TestBed;
let make: Maker;
let webhooks: WebhooksClient;
let receiver: Receiver;
/** Of a webhook that only wakes the courier. */
let waker: Receiver;
let province: string;
let school: string;
let sibling: string;
let admin: UserCaller;

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
  await bed.sql('DELETE FROM identity.webhooks');
  await receiver.stop();
});
afterAll(async () => {
  await bed.stop();
  await waker.stop();
});

const subscribe = (more: Partial<MakeWebhook> = {}): Promise<MadeWebhook> =>
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
const person = (unitId = school) => make.user(`nguoi-${randomUUID()}`, { unitId });
/** As the services of the house do: the fact is a row of a transaction. */
const sessionsEnd = (userId: string) =>
  bed
    .part(DataSource)
    .transaction((manager) =>
      bed.part(Facts).record(manager, SessionFacts.ended, { userId, sessionIds: [randomUUID()] }),
    );
const received = (count: number) =>
  eventually(
    () => receiver.received,
    (heard) => heard.length >= count,
  );
const log = async ({ webhook }: MadeWebhook): Promise<Delivery[]> =>
  (await webhooks.deliveries({ webhookId: webhook.id }, admin)).items;
const settled = (made: MadeWebhook, holds: (one: Delivery) => boolean) =>
  eventually(
    () => log(made),
    (items) => items.length > 0 && items.every(holds),
  );
/** Lets the time until the next attempt pass. */
const pass = async (made: MadeWebhook, back = '0 s') => {
  await bed.sql(
    `UPDATE identity.webhook_deliveries
     SET next_attempt_at = now(), first_due_at = first_due_at - $2::interval, happened_at = happened_at - $2::interval
     WHERE webhook_id = $1`,
    [made.webhook.id, back],
  );
  const other = await subscribe({ events: [], url: waker.url });
  await webhooks.ping({ webhookId: other.webhook.id }, admin);
  await settled(other, ({ state }) => state === 'delivered');
};

describe('what happens', () => {
  test('is sent once, signed, with ids only', async () => {
    const { secret } = await subscribe();
    const userId = await person();
    await sessionsEnd(userId);
    const [one] = await received(1);
    if (!one) throw new Error('nothing came');
    expect(() => verify(one, secret)).not.toThrow();
    expect(one.body).toMatchObject({ type: 'sessions.ended', data: { userIds: [userId] } });
    expect(Object.keys(one.body)).toEqual(['type', 'timestamp', 'data']);
    expect(one.headers['content-type']).toBe('application/json');
  });

  test('is sent to those alone who asked for it, of their own units', async () => {
    const both = await subscribe({ unitId: school });
    const wrongEvent = await subscribe({ events: ['units.changed'] });
    const elsewhere = await subscribe({ unitId: sibling });
    const unitAlone = await subscribe({ subtree: false });
    await sessionsEnd(await person(school));
    await received(1);
    expect(await settled(both, ({ state }) => state === 'delivered')).toHaveLength(1);
    for (const none of [wrongEvent, elsewhere, unitAlone]) expect(await log(none)).toEqual([]);
  });

  test('names to each receiver only the people of its own units', async () => {
    const mine = await subscribe({ unitId: school });
    const [here, there] = [await person(school), await person(sibling)];
    await bed.part(DataSource).transaction((manager) =>
      bed.part(Facts).record(manager, SessionFacts.rightsChanged, {
        users: [here, there].map((userId) => ({ userId, version: 2 })),
      }),
    );
    const [one] = await received(1);
    expect(one?.body.data).toEqual({ userIds: [here] });
    expect(await log(mine)).toHaveLength(1);
  });

  test('makes one delivery even when the same fact is told twice', async () => {
    const made = await subscribe();
    const userId = await person();
    const id = randomUUID();
    // Facts of one kind are taken in their order: once what follows has arrived, the second telling has been taken too.
    for (let told = 0; told < 2; told++) {
      await bed.sql(
        `INSERT INTO identity.outbox (id, subject, body, request_id) VALUES ($1, $2, $3, 'test')`,
        [id, SessionFacts.ended.subject, JSON.stringify({ userId, sessionIds: [randomUUID()] })],
      );
      const next = await person(sibling);
      await sessionsEnd(next);
      await eventually(
        () => receiver.received,
        (heard) => heard.some(({ text }) => text.includes(next)),
      );
    }
    expect(receiver.received.filter(({ text }) => text.includes(userId))).toHaveLength(1);
    expect(await log(made)).toHaveLength(3);
  });

  test('of imports is told to webhooks of the province', async () => {
    await subscribe({ events: ['imports.finished'] });
    const importId = randomUUID();
    await bed.sql(
      `INSERT INTO identity.imports (id, province_id, kind, file_name, state, actor_id, caller, asked, created_by, finished_at)
       VALUES ($1, $2, 'staff', 'mau.xlsx', 'done', $3, '{}', '{}', 'quan-tri', now())`,
      [importId, province, admin.userId],
    );
    await bed
      .part(DataSource)
      .transaction((manager) =>
        bed.part(Facts).record(manager, ImportFacts.finished, { importIds: [importId] }),
      );
    expect((await received(1))[0]?.body.data).toEqual({ importIds: [importId] });
  });

  test('of keys is told too', async () => {
    await subscribe({ events: ['keys.revoked'] });
    const keyId = randomUUID();
    await bed.sql(
      `INSERT INTO identity.api_keys (id, name, unit_id, subtree, scopes, addresses, secret_hash, made_by, expires_at)
       VALUES ($1, 'Khoá mẫu', $2, true, '{units.read}', '{}', decode(repeat('00', 32), 'hex'), $3,
         now() + interval '1 day')`,
      [keyId, school, admin.userId],
    );
    await bed
      .part(DataSource)
      .transaction((manager) => bed.part(Facts).record(manager, KeyFacts.revoked, { keyIds: [keyId] }));
    expect((await received(1))[0]?.body.data).toEqual({ keyIds: [keyId] });
  });
});

describe('a receiver that fails', () => {
  test('gets the same message again later, until it takes it', async () => {
    receiver.answering = (n) => (n < 2 ? { status: 500, body: 'hỏng '.repeat(1000) } : { status: 200 });
    const made = await subscribe();
    await sessionsEnd(await person());
    await settled(made, ({ attempts, status }) => attempts === 1 && status === 500);
    const [failed] = await log(made);
    expect(failed?.state).toBe('pending');
    expect(Buffer.byteLength(failed?.answer ?? '')).toBeLessThanOrEqual(1026);
    expect(Date.parse(failed?.nextAttemptAt ?? '')).toBeGreaterThan(Date.now() + 3000);
    await pass(made);
    await settled(made, ({ attempts, status }) => attempts === 2 && status === 500);
    await pass(made);
    await settled(made, ({ state, attempts }) => state === 'delivered' && attempts === 3);
    const ids = new Set(receiver.of('sessions.ended').map(({ id }) => id));
    expect([receiver.of('sessions.ended').length, ids.size]).toEqual([3, 1]);
    expect((await webhooks.find({ webhookId: made.webhook.id }, admin)).failures).toBe(0);
  });

  test('by not answering is given up on for this time', async () => {
    receiver.answering = (n) => (n === 0 ? null : { status: 204 });
    const made = await subscribe();
    await sessionsEnd(await person());
    await settled(made, ({ fault, status }) => fault === 'timeout' && status === null);
  });

  test('by sending elsewhere is not followed', async () => {
    const elsewhere = await Receiver.start();
    receiver.answering = () => ({ status: 307, headers: { location: elsewhere.url } });
    const made = await subscribe();
    await sessionsEnd(await person());
    await settled(made, ({ status, state }) => status === 307 && state === 'pending');
    expect(elsewhere.received).toEqual([]);
    await elsewhere.stop();
  });

  test('by not being there is told from one that answers badly', async () => {
    const made = await subscribe({ url: 'http://127.0.0.1:1/' });
    await sessionsEnd(await person());
    await settled(made, ({ fault, status }) => fault === 'ECONNREFUSED' && status === null);
  });

  test('for three days has its webhook disabled, which an auditor sees', async () => {
    receiver.answering = (n) => ({ status: n < 2 ? 503 : 204 });
    const made = await subscribe();
    await sessionsEnd(await person());
    await settled(made, ({ status }) => status === 503);
    await pass(made, '3 days');
    await settled(made, ({ state, attempts }) => state === 'failed' && attempts === 2);
    const { state } = await webhooks.find({ webhookId: made.webhook.id }, admin);
    expect(state).toBe('disabled');
    const entries = await bed.sql(
      `SELECT 1 FROM identity.audit_entries WHERE object_id = $1 AND action = 'webhooks.disable'`,
      [made.webhook.id],
    );
    expect(entries).toHaveLength(1);
    await sessionsEnd(await person());
    const again = await webhooks.find({ webhookId: made.webhook.id }, admin);
    await webhooks.change({ webhookId: again.id, version: again.version, state: 'active' }, admin);
    await webhooks.replayRange(
      { webhookId: again.id, from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z', failedOnly: true },
      admin,
    );
    await settled(made, ({ state }) => state === 'delivered');
  });

  test('now and then, but not for three days, is not disabled', async () => {
    receiver.answering = (n) => ({ status: n === 0 ? 204 : 500 });
    const made = await subscribe();
    await sessionsEnd(await person());
    await settled(made, ({ state }) => state === 'delivered');
    await sessionsEnd(await person());
    await eventually(
      () => log(made),
      (items) => items.some(({ status }) => status === 500),
    );
    await bed.sql(
      `UPDATE identity.webhook_deliveries SET first_due_at = now() - interval '4 days' WHERE status = 500`,
    );
    await pass(made);
    await eventually(
      () => log(made),
      (items) => items.some(({ state }) => state === 'failed'),
    );
    expect((await webhooks.find({ webhookId: made.webhook.id }, admin)).state).toBe('active');
  });

  test('with 410 Gone unsubscribes', async () => {
    receiver.answering = () => ({ status: 410 });
    const made = await subscribe();
    await sessionsEnd(await person());
    await eventually(
      () => webhooks.find({ webhookId: made.webhook.id }, admin),
      ({ state }) => state === 'disabled',
    );
  });

  test('holds up nobody else', async () => {
    const slow = await Receiver.start();
    slow.answering = () => null;
    await subscribe({ url: slow.url });
    const quick = await subscribe();
    for (let i = 0; i < 30; i++) await sessionsEnd(await person());
    await settled(quick, ({ state }) => state === 'delivered');
    expect(receiver.received).toHaveLength(30);
    await slow.stop();
  });
});

describe('the secret', () => {
  test('may be changed without a gap: for a day both sign', async () => {
    const made = await subscribe();
    const next = await webhooks.rotate({ webhookId: made.webhook.id }, admin);
    expect(next.secret).not.toBe(made.secret);
    await sessionsEnd(await person());
    const [one] = await received(1);
    if (!one) throw new Error('nothing came');
    for (const { secret } of [made, next]) expect(() => verify(one, secret)).not.toThrow();

    await bed.sql(`UPDATE identity.webhooks SET old_secret_until = now()`);
    await sessionsEnd(await person());
    const two = (await received(2))[1];
    if (!two) throw new Error('nothing came');
    expect(() => verify(two, next.secret)).not.toThrow();
    expect(() => verify(two, made.secret)).toThrow();
    await bed.part(ForgettingJob).forget();
    expect(await bed.sql('SELECT 1 FROM identity.webhooks WHERE old_secret IS NOT NULL')).toEqual([]);
  });

  test('lies in the database sealed, and is in no audit entry', async () => {
    const { secret, webhook } = await subscribe();
    const rows = await bed.sql<{ secret: Buffer }>('SELECT secret FROM identity.webhooks WHERE id = $1', [
      webhook.id,
    ]);
    expect(rows[0]?.secret.toString('latin1')).not.toContain(secret.slice(6, 20));
    const entries = await bed.sql('SELECT * FROM identity.audit_entries WHERE object_id = $1', [webhook.id]);
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain(secret.slice(6));
  });
});

describe('sending again', () => {
  test('repeats one with its id, or all of a time', async () => {
    const made = await subscribe();
    for (let i = 0; i < 3; i++) await sessionsEnd(await person());
    await settled(made, ({ state }) => state === 'delivered');
    const [, one] = await log(made);
    await webhooks.replay({ webhookId: made.webhook.id, deliveryId: one?.id ?? '' }, admin);
    await received(4);
    expect(receiver.received[3]?.id).toBe(one?.id);
    const range = { webhookId: made.webhook.id, from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
    await settled(made, ({ state }) => state === 'delivered');
    expect(await webhooks.replayRange(range, admin)).toEqual({ count: 3 });
    await received(7);
    await settled(made, ({ state }) => state === 'delivered');
    expect(await webhooks.replayRange({ ...range, failedOnly: true }, admin)).toEqual({ count: 0 });
  });

  test('finds no delivery of another webhook', async () => {
    const [mine, other] = [await subscribe(), await subscribe({ events: [] })];
    const { id } = await webhooks.ping({ webhookId: other.webhook.id }, admin);
    const asked = webhooks.replay({ webhookId: mine.webhook.id, deliveryId: id }, admin);
    await expect(asked).rejects.toThrow(webhookErrors.noDelivery.code);
  });
});

describe('a webhook', () => {
  test('that is paused keeps what happens, and sends it once active again', async () => {
    const made = await subscribe();
    const { id, version } = made.webhook;
    await webhooks.change({ webhookId: id, version, state: 'paused' }, admin);
    await sessionsEnd(await person());
    await eventually(
      () => log(made),
      (items) => items.length === 1,
    );
    await pass(made);
    expect(receiver.of('sessions.ended')).toEqual([]);
    await webhooks.change({ webhookId: id, version: version + 1, state: 'active' }, admin);
    await pass(made);
    await settled(made, ({ state }) => state === 'delivered');
  });

  test('is changed by one of two who try at once', async () => {
    const { webhook } = await subscribe();
    const tries = await Promise.allSettled(
      ['Một', 'Hai'].map((name) => webhooks.change({ webhookId: webhook.id, version: 1, name }, admin)),
    );
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('is not there for who manages other units', async () => {
    const { webhook } = await subscribe({ unitId: school });
    const stranger = userCaller(randomUUID(), randomUUID(), [
      { role: 'departmentAdmin', unitId: sibling, subtree: true },
    ]);
    const webhookId = webhook.id;
    const range = { webhookId, from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
    const tries = [
      webhooks.find({ webhookId }, stranger),
      webhooks.change({ webhookId, version: 1, name: 'Khác' }, stranger),
      webhooks.rotate({ webhookId }, stranger),
      webhooks.ping({ webhookId }, stranger),
      webhooks.deliveries({ webhookId }, stranger),
      webhooks.replay({ webhookId, deliveryId: randomUUID() }, stranger),
      webhooks.replayRange(range, stranger),
      webhooks.remove({ webhookId }, stranger),
    ];
    for (const attempt of tries) await expect(attempt).rejects.toThrow(webhookErrors.notFound.code);
    expect((await webhooks.list({}, stranger)).total).toBe(0);
    await expect(
      webhooks.make({ name: 'x', unitId: school, subtree: true, url: receiver.url, events: [] }, stranger),
    ).rejects.toThrow('units.notFound');
  });

  test('goes nowhere that is not an address for it', async () => {
    for (const url of ['ftp://example.vn/', 'http://example.vn/', 'https://a:b@example.vn/', 'bịa']) {
      await expect(subscribe({ url })).rejects.toThrow(webhookErrors.badUrl.code);
    }
  });
});

test('two replicas carry every delivery once between them', async () => {
  await bed.serve(IdentityModule, { name: 'identity' });
  const made = await subscribe();
  const people = await Promise.all(Array.from({ length: 40 }, () => person()));
  await Promise.all(people.map((userId) => sessionsEnd(userId)));
  await eventually(
    () => log(made),
    (items) => items.length === 40 && items.every(({ state }) => state === 'delivered'),
    10_000,
  );
  const ids = receiver.received.map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([40, 40]);
});
