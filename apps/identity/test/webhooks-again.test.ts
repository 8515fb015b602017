import { webhookErrors } from '@diemcau/contracts/identity/webhooks';
import { ForgettingJob } from '../src/webhooks/forgetting.job.js';
import { verify } from './webhooks-receiver.js';
import {
  bed,
  webhooks,
  receiver,
  admin,
  subscribe,
  person,
  sessionsEnd,
  received,
  log,
  settled,
  standWebhooks,
} from './webhooks-bed.js';

standWebhooks();

describe('the secret', () => {
  test('may be changed without a gap: for a day both sign', async () => {
    const made = await subscribe();
    const next = await webhooks.rotate({ webhookId: made.webhook.id }, admin);
    expect(next.secret).not.toBe(made.secret);
    await sessionsEnd(await person());
    const [one] = await received(1);
    if (!one) throw new Error('nothing came');
    for (const { secret } of [made, next]) expect(() => verify(one, secret)).not.toThrow();

    await bed.sql(`UPDATE identity.webhooks SET old_secret_until = now() - interval '1 second'`);
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
