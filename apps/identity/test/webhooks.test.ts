import { ImportFacts } from '@diemcau/contracts/identity/import-facts';
import { KeyFacts } from '@diemcau/contracts/identity/keys';
import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import { webhookErrors } from '@diemcau/contracts/identity/webhooks';
import { Facts } from '@diemcau/service/facts/facts';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { IdentityModule } from '../src/identity.module.js';
import { CourierService } from '../src/webhooks/courier.service.js';
import { HappeningsService } from '../src/webhooks/happenings.service.js';
import { userCaller } from './identity.js';
import { verify } from './webhooks-receiver.js';
import {
  bed,
  webhooks,
  receiver,
  province,
  school,
  sibling,
  admin,
  subscribe,
  person,
  sessionsEnd,
  received,
  log,
  settled,
  pass,
  standWebhooks,
} from './webhooks-bed.js';

standWebhooks();

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

  test('is carried as soon as its transaction ends, also when that takes longer than it should', async () => {
    await subscribe();
    const userId = await person();
    await bed.part(DataSource).transaction(async (manager) => {
      await bed.part(HappeningsService).note(manager, 'sessions.ended', 'users', [userId]);
      bed.part(CourierService).comeSoon();
      // The courier has looked by now, and has seen nothing yet.
      await new Promise((resolve) => setTimeout(resolve, 150));
    });
    // Before the courier looks in any case.
    const heard = () => receiver.received.some(({ text }) => text.includes(userId));
    await eventually(heard, (has) => has, 4000);
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
