import { UserErasureFacts } from '@diemcau/contracts/identity/privacy';
import { MediaPersonalDataClient } from '@diemcau/contracts/media/personal-data';
import { RetentionFacts } from '@diemcau/contracts/meetings/retention';
import { eventually } from '@diemcau/testing/service';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { LineTestsJob } from '../src/privacy/line-tests.job.js';
import { MediaBed, TestPeer } from './media-bed.js';

let media: MediaBed;
beforeAll(async () => {
  media = await MediaBed.start();
});
afterAll(() => media.stop());

const itself = { kind: 'service', name: 'identity' } as const;

/** A host and somebody else, who both said something. */
async function talk() {
  const roomId = randomUUID();
  const host = await TestPeer.join(media, roomId, { host: true });
  const other = await TestPeer.join(media, roomId);
  await host.say('Lời của chủ toạ');
  await other.say('Lời của người khác');
  return { roomId, host, other };
}

const known = async (userId: string) =>
  (await media.bed.client(MediaPersonalDataClient).of({ userId, kind: 'liveRooms' }, itself)).items;

it('hands out what the log of the rooms says about somebody, and about nobody else', async () => {
  const { host } = await talk();
  const text = JSON.stringify(await known(host.peerId));
  expect(text).toContain('Lời của chủ toạ');
  expect(text).not.toContain('Lời của người khác');
});

it('takes name and words of an erased person out, and leaves versions and others as they were', async () => {
  const { host, other } = await talk();
  const before = await known(host.peerId);
  const at = new Date().toISOString();
  await media.bed.tell(UserErasureFacts.erased, { userId: host.peerId, provinceId: randomUUID(), at });
  const after = await eventually(
    () => known(host.peerId),
    (items) => !JSON.stringify(items).includes('Lời của chủ toạ'),
  );
  expect(after).toHaveLength(before.length);
  expect(JSON.stringify(after)).toContain('"name":"—"');
  expect(JSON.stringify(await known(other.peerId))).toContain('Lời của người khác');
});

it('forgets sessions that ended before the moment that meetings tells, and no others', async () => {
  const [old, fresh] = [await talk(), await talk()];
  await media.bed.sql(
    `UPDATE media.live_session SET ended_at = now() - interval '40 days' WHERE room_id = $1`,
    [old.roomId],
  );
  await media.bed.tell(RetentionFacts.roomTracesExpired, {
    roomIds: [old.roomId, fresh.roomId],
    before: new Date(Date.now() - 30 * 24 * 3_600_000).toISOString(),
  });
  await eventually(
    () => known(old.host.peerId),
    (items) => items.length === 0,
  );
  expect(await known(fresh.host.peerId)).not.toEqual([]);
});

it('forgets line tests after a month', async () => {
  const insert = (days: number) =>
    media.bed.sql(
      `INSERT INTO media.line_test VALUES (gen_random_uuid(), gen_random_uuid(), 1, 1, 1, 1, 0, 10, 'good',
         now() - make_interval(days => $1))`,
      [days],
    );
  await insert(29);
  await insert(31);
  await media.bed.part(LineTestsJob).forget();
  expect(await media.bed.sql('SELECT 1 FROM media.line_test')).toHaveLength(1);
});

/** Beside ids of rooms, sessions and tests, times and figures; who was in a room is in the log alone. */
const knownColumns: Readonly<Record<string, string>> = {
  'line_test.id': 'a test',
  'line_test.room_id': 'a room',
  'line_test.verdict': 'good, weak, bad',
  'live_session.id': 'a session',
  'live_session.node': 'a machine',
  'live_session.room_id': 'a room',
  'media_test.id': 'a test',
  'media_test.picture': 'figures',
  'media_test.room_id': 'a room',
  'media_test.sound': 'figures',
  'media_test.subject': 'a meeting or a trial, and a site',
  'outbox.body': 'facts on their way: ids',
  'outbox.id': 'a fact',
  'outbox.request_id': 'a request',
  'outbox.subject': 'what a fact is about',
  'room_event.change': 'the log: told, and emptied of name and words',
  'room_event.session_id': 'a session',
  'used_ticket.jti': 'a ticket',
};

it('keeps no column that may tell of somebody without it being known here', async () => {
  const rows = await media.bed.sql<{ name: string }>(
    `SELECT c.relname || '.' || a.attname AS name
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
     WHERE c.relnamespace = 'media'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
       AND c.relname NOT IN ('migrations', 'inbox')
       AND t.typname IN ('uuid', '_uuid', 'text', '_text', 'varchar', 'json', 'jsonb', 'bytea') ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(knownColumns));
});
