import { liveErrors, LiveRoomFacts } from '@diemcau/contracts/media/room';
import { eventually } from '@diemcau/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MediaBed, TestPeer, ticketFor } from './media-bed.js';

const edge = { kind: 'service', name: 'test' } as const;

describe('the door of a live room', () => {
  let media: MediaBed;
  beforeAll(async () => {
    media = await MediaBed.start();
  });
  afterAll(() => media.stop());

  const attach = async (roomId: string, ticket: string) => {
    await media.placement.locate({ roomId }, edge);
    return media.rooms.attach({ roomId, ticket, attachmentId: randomUUID() }, edge);
  };

  it.each([
    ['signed with another secret', { secret: 'x'.repeat(64) }],
    ['signed for another audience', { audience: 'diemcau' }],
    ['signed by another issuer', { issuer: 'somebody' }],
    ['signed with another algorithm', { algorithm: 'HS512' as const }],
  ])('refuses a ticket %s', async (_, signing) => {
    const roomId = randomUUID();
    const forged = ticketFor({ roomId, host: true }, signing);
    await expect(attach(roomId, forged)).rejects.toMatchObject({ kind: liveErrors.ticketInvalid });
  });

  it('refuses a ticket without signature, and one that is no ticket', async () => {
    const roomId = randomUUID();
    const [head, body] = ticketFor({ roomId, host: true }).split('.') as [string, string];
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const forged of [`${none}.${body}.`, `${head}.${body}.`, 'ticket']) {
      await expect(attach(roomId, forged)).rejects.toMatchObject({ kind: liveErrors.ticketInvalid });
    }
  });

  it('opens no room for who has no ticket to it', async () => {
    const roomId = randomUUID();
    await expect(media.placement.locate({ roomId }, { kind: 'anonymous' })).rejects.toMatchObject({
      kind: liveErrors.ticketInvalid,
    });
    expect(await media.bed.sql('SELECT 1 FROM media.live_session WHERE room_id = $1', [roomId])).toEqual([]);
  });

  it('refuses an expired ticket', async () => {
    const roomId = randomUUID();
    await expect(attach(roomId, ticketFor({ roomId }, { lifeS: -1 }))).rejects.toMatchObject({
      kind: liveErrors.ticketExpired,
    });
  });

  it('refuses a ticket of another room', async () => {
    await expect(attach(randomUUID(), ticketFor({ roomId: randomUUID() }))).rejects.toMatchObject({
      kind: liveErrors.ticketForeign,
    });
  });

  it('lets one in when two use the same ticket at once', async () => {
    const roomId = randomUUID();
    const ticket = ticketFor({ roomId });
    const tries = await Promise.allSettled([
      attach(roomId, ticket),
      attach(roomId, ticket),
      attach(roomId, ticket),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const refused of tries.filter((tried) => tried.status === 'rejected')) {
      expect(refused.reason).toMatchObject({ kind: liveErrors.ticketUsed });
    }
  });

  it('keeps a removed guest out, fresh ticket or not, and tells the lobby (I21)', async () => {
    const told = media.bed.listen(LiveRoomFacts.peerRemoved);
    const roomId = randomUUID();
    const host = await TestPeer.join(media, roomId, { host: true });
    const guest = await TestPeer.join(media, roomId);
    await media.rooms.remove({ peerId: guest.peerId }, host.caller);
    await expect(guest.rejoin()).rejects.toMatchObject({ kind: liveErrors.removed });
    await expect(guest.say('still here?')).rejects.toMatchObject({ kind: liveErrors.notInRoom });
    const here = () => told.filter((fact) => fact.roomId === roomId);
    await eventually(here, (facts) => facts.length > 0);
    expect(here()).toEqual([{ roomId, peerId: guest.peerId, by: host.peerId }]);
  });
});
