import { liveErrors } from '@diemcau/contracts/media/room';
import { applyChange } from '@diemcau/contracts/media/room-state';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MediaBed, TestPeer } from './media-bed.js';

const edge = { kind: 'service', name: 'test' } as const;

describe('the record of a live room', () => {
  let media: MediaBed;
  beforeAll(async () => {
    media = await MediaBed.start();
  });
  afterAll(() => media.stop());

  it('gives a client that missed some what follows its version, and both arrive at the same state', async () => {
    const roomId = randomUUID();
    const host = await TestPeer.join(media, roomId, { host: true });
    const before = await host.state();
    const guest = await TestPeer.join(media, roomId);
    await host.setRole(guest.peerId, 'presenter');
    await guest.say('Chào các điểm cầu');
    const { events, snapshot } = await host.events(before.version);
    expect(snapshot).toBeNull();
    expect(events.map(({ version }) => version)).toEqual([2, 3, 4]);
    const folded = events.reduce((state, { change }) => applyChange(state, change), before);
    expect(folded).toEqual(await host.state());
  });

  it('says a line once, however often it is sent', async () => {
    const host = await TestPeer.join(media, randomUUID(), { host: true });
    const id = randomUUID();
    await Promise.all([host.say('một lần', id), host.say('một lần', id), host.say('một lần', id)]);
    expect((await host.state()).chat).toHaveLength(1);
  });

  it('queues raised hands first come first served, and lowers one when the floor is given (I23)', async () => {
    const roomId = randomUUID();
    const host = await TestPeer.join(media, roomId, { host: true });
    const guests = [await TestPeer.join(media, roomId), await TestPeer.join(media, roomId)] as const;
    for (const guest of guests) await media.rooms.raiseHand({ raised: true }, guest.caller);
    expect((await host.state()).hands).toEqual(guests.map(({ peerId }) => peerId));
    await host.setRole(guests[0].peerId, 'presenter');
    expect((await host.state()).hands).toEqual([guests[1].peerId]);
    await media.rooms.lowerHand({ peerId: guests[1].peerId }, host.caller);
    expect((await host.state()).hands).toEqual([]);
  });

  it('keeps role and transports for the same identity that joins again, and starts afresh after leaving', async () => {
    const roomId = randomUUID();
    const host = await TestPeer.join(media, roomId, { host: true });
    const guest = await TestPeer.join(media, roomId);
    await host.setRole(guest.peerId, 'presenter');
    const { send } = await guest.openTransports();
    await guest.produceSound(send);
    await media.rooms.detach({ attachmentId: guest.caller.attachmentId }, edge);
    const { mediaId } = guest.joined;
    await guest.rejoin({ mediaId });
    expect(guest.joined).toMatchObject({ role: 'presenter', mediaId });
    expect(guest.joined.streams.streams).toHaveLength(1);

    await guest.rejoin();
    expect(guest.joined.streams.streams).toEqual([]);
    await media.rooms.leave({}, guest.caller);
    await guest.rejoin();
    expect(guest.joined.role).toBe('participant');
  });

  it('takes a dead node’s room over as its log says, under a new epoch (I25)', async () => {
    const roomId = randomUUID();
    const peer = {
      id: randomUUID(),
      name: 'Trường THPT Mẫu',
      unitName: null,
      role: 'presenter',
      member: false,
      enteredAt: 'then',
    };
    const [session] = await media.bed.sql<{ id: string }>(
      `INSERT INTO media.live_session (room_id, node, epoch, version, lease_until)
       VALUES ($1, 'dead-node', 7, 1, now() - interval '1 second') RETURNING id`,
      [roomId],
    );
    await media.bed.sql(`INSERT INTO media.room_event VALUES ($1, 1, now(), $2)`, [
      session?.id,
      JSON.stringify({ type: 'entered', peer }),
    ]);
    expect(await media.placement.locate({ roomId }, edge)).toMatchObject({ epoch: 8 });
    const back = await TestPeer.join(media, roomId, { peerId: peer.id });
    expect(back.joined).toMatchObject({ sessionId: session?.id, role: 'presenter' });
  });

  it('leaves a living node its room', async () => {
    const roomId = randomUUID();
    await media.bed.sql(
      `INSERT INTO media.live_session (room_id, node, lease_until) VALUES ($1, 'other-node', now() + interval '1 minute')`,
      [roomId],
    );
    expect(await media.placement.locate({ roomId }, edge)).toEqual({ node: 'other-node', epoch: 1 });
  });

  it('writes nothing after another node has taken the room (I26)', async () => {
    const roomId = randomUUID();
    const host = await TestPeer.join(media, roomId, { host: true });
    await media.bed.sql(
      `UPDATE media.live_session SET node = 'other-node', epoch = epoch + 1, lease_until = now() + interval '1 minute'
       WHERE room_id = $1`,
      [roomId],
    );
    await expect(host.say('too late')).rejects.toMatchObject({ kind: liveErrors.moved });
    const said = await media.bed.sql(
      `SELECT 1 FROM media.room_event WHERE change->>'type' = 'said' AND session_id = $1`,
      [host.joined.sessionId],
    );
    expect(said).toEqual([]);
  });

  it('opens one session when many are the first to come (I16)', async () => {
    const roomId = randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => TestPeer.join(media, roomId)));
    const sessions = await media.bed.sql('SELECT version FROM media.live_session WHERE room_id = $1', [
      roomId,
    ]);
    expect(sessions).toEqual([{ version: 20 }]);
  });
});
