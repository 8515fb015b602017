import { eventually } from '@diemcau/testing/service';
import { Receiver } from './webhooks-receiver.js';
import {
  bed,
  webhooks,
  receiver,
  admin,
  subscribe,
  person,
  sessionsEnd,
  log,
  received,
  settled,
  pass,
  standWebhooks,
} from './webhooks-bed.js';

standWebhooks();

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
    // First all of them: what is not taken yet is in nobody's log.
    await received(30);
    await settled(quick, ({ state }) => state === 'delivered');
    expect(receiver.received).toHaveLength(30);
    await slow.stop();
  });
});
