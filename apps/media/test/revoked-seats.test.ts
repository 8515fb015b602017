import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import { liveErrors, RoomPushes } from '@diemcau/contracts/media/room';
import { onlyAttachment } from '@diemcau/contracts/core/messages';
import { eventually } from '@diemcau/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MediaBed, TestPeer, ticketFor } from './media-bed.js';

describe('a seat taken with a sign-in that is revoked (I6)', () => {
  let media: MediaBed;
  beforeAll(async () => {
    media = await MediaBed.start();
  });
  afterAll(() => media.stop());

  const meeting = async () => {
    const roomId = randomUUID();
    const host = await TestPeer.join(media, roomId, { host: true });
    const guest = await TestPeer.join(media, roomId);
    return { roomId, host, guest };
  };
  const rightsChanged = ({ peerId }: TestPeer, version: number) =>
    media.bed.tell(SessionFacts.rightsChanged, { users: [{ userId: peerId, version }] });
  const isIn = async (guest: TestPeer, { peerId }: TestPeer) => peerId in (await guest.state()).peers;

  it('is gone with its streams when the session ends, and guests stay', async () => {
    const { roomId, host, guest } = await meeting();
    const { send } = await host.openTransports();
    await host.produceSound(send);
    const told = media.bed.hear(onlyAttachment(host.caller.attachmentId), RoomPushes.closed);
    await media.bed.tell(SessionFacts.ended, { userId: host.peerId, sessionIds: [host.sessionId] });
    await eventually(
      () => isIn(guest, host),
      (there) => !there,
    );
    expect((await guest.events(0)).streams.streams).toEqual([]);
    expect(told).toEqual([{ reason: 'revoked' }]);
    await expect(host.say('Tôi vẫn ở đây')).rejects.toMatchObject({ kind: liveErrors.notInRoom });

    const signIn = { userId: host.peerId, sessionId: host.sessionId, rightsVersion: 1 };
    const old = { roomId, ticket: ticketFor({ roomId, host: true, signIn }), attachmentId: randomUUID() };
    await expect(media.rooms.attach(old, { kind: 'service', name: 'test' })).rejects.toMatchObject({
      kind: liveErrors.ticketExpired,
    });
  });

  it('is kept, with its streams, by who comes back with what is permitted now', async () => {
    const { host, guest } = await meeting();
    const { send } = await host.openTransports();
    await host.produceSound(send);
    await rightsChanged(host, 2);
    host.rightsVersion = 2;
    await host.rejoin({ mediaId: host.joined.mediaId });
    // Longer than who does not come back is waited for.
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(await isIn(guest, host)).toBe(true);
    expect((await guest.events(0)).streams.streams).toHaveLength(1);
  });

  it('is gone soon when nobody comes back with a newer one', async () => {
    const { host, guest } = await meeting();
    await rightsChanged(host, 2);
    await eventually(
      () => isIn(guest, host),
      (there) => !there,
    );
  });
});
