import { liveErrors } from '@diemcau/contracts/media/room';
import { streamErrors } from '@diemcau/contracts/media/streams';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MediaBed, opusParameters, TestPeer } from './media-bed.js';

describe('rights in a live room (TM-2c, TM-2d, I33)', () => {
  let media: MediaBed;
  beforeAll(async () => {
    media = await MediaBed.start();
  });
  afterAll(() => media.stop());

  const meeting = async () => {
    const roomId = randomUUID();
    const host = await TestPeer.join(media, roomId, { host: true });
    const guest = await TestPeer.join(media, roomId);
    return { roomId, host, guest, transports: await guest.openTransports() };
  };

  it('lets a guest in as Participant and a host as Host, both sending nothing', async () => {
    const { host, guest } = await meeting();
    expect(host.joined.role).toBe('host');
    expect(guest.joined.role).toBe('participant');
    expect((await host.events(0)).streams.streams).toEqual([]);
  });

  it('refuses a Participant’s produce whatever the client says', async () => {
    const { guest, transports, host } = await meeting();
    await expect(guest.produceSound(transports.send)).rejects.toMatchObject({
      kind: streamErrors.mayNotProduce,
    });
    expect((await host.events(0)).streams.streams).toEqual([]);
  });

  it('lets a Presenter be heard, and closes the producer when the grant is taken back', async () => {
    const { host, guest, transports } = await meeting();
    await host.setRole(guest.peerId, 'presenter');
    await guest.produceSound(transports.send);
    await host.openTransports();
    const heard = await media.streams.watch({ tiles: [] }, host.caller);
    expect(heard.consumers).toMatchObject([{ peerId: guest.peerId, source: 'microphone', kind: 'audio' }]);

    await host.setRole(guest.peerId, 'participant');
    expect((await media.streams.watch({ tiles: [] }, host.caller)).consumers).toEqual([]);
    expect((await host.events(0)).streams.streams).toEqual([]);
    await expect(
      media.streams.setPaused({ source: 'microphone', paused: false }, guest.caller),
    ).rejects.toMatchObject({ kind: streamErrors.mayNotProduce });
  });

  it('leaves nothing flowing when produce and revoke race', async () => {
    const { host, guest, transports } = await meeting();
    for (let round = 0; round < 25; round += 1) {
      await host.setRole(guest.peerId, 'presenter');
      await Promise.allSettled([
        guest.produceSound(transports.send),
        host.setRole(guest.peerId, 'participant'),
      ]);
      expect((await host.events(0)).streams.streams).toEqual([]);
    }
  });

  it('takes one producer a source, of the source’s own kind', async () => {
    const { host, guest, transports } = await meeting();
    await host.setRole(guest.peerId, 'presenter');
    await guest.produceSound(transports.send);
    await expect(guest.produceSound(transports.send)).rejects.toMatchObject({
      kind: streamErrors.sourceTaken,
    });
    await expect(
      media.streams.produce(
        { transportId: transports.send, source: 'camera', rtpParameters: opusParameters() },
        guest.caller,
      ),
    ).rejects.toMatchObject({ kind: streamErrors.badParameters });
    await expect(guest.produceSound(transports.receive)).rejects.toMatchObject({
      kind: streamErrors.noTransport,
    });
  });

  it('mutes one and all at the SFU, the presiding host excepted', async () => {
    const { host, guest, transports } = await meeting();
    await host.setRole(guest.peerId, 'presenter');
    await guest.produceSound(transports.send);
    await host.produceSound((await host.openTransports()).send);
    await media.rooms.muteAll({}, host.caller);
    const paused = async () =>
      Object.fromEntries(
        (await host.events(0)).streams.streams.map((stream) => [stream.peerId, stream.paused]),
      );
    expect(await paused()).toEqual({ [guest.peerId]: true, [host.peerId]: false });

    await media.streams.setPaused({ source: 'microphone', paused: false }, guest.caller);
    await media.rooms.mute({ peerId: guest.peerId }, host.caller);
    expect(await paused()).toMatchObject({ [guest.peerId]: true });
  });

  it.each(['setRole', 'mute', 'muteAll', 'remove', 'lowerHand'] as const)(
    'refuses %s to anybody but a host',
    async (deed) => {
      const { guest, host } = await meeting();
      const deeds = {
        setRole: () => guest.setRole(guest.peerId, 'presenter'),
        mute: () => media.rooms.mute({ peerId: host.peerId }, guest.caller),
        muteAll: () => media.rooms.muteAll({}, guest.caller),
        remove: () => media.rooms.remove({ peerId: host.peerId }, guest.caller),
        lowerHand: () => media.rooms.lowerHand({ peerId: guest.peerId }, guest.caller),
      };
      await expect(deeds[deed]()).rejects.toMatchObject({ kind: liveErrors.hostOnly });
    },
  );

  it('refuses a caller whose seat another socket has taken, or who never had one', async () => {
    const { guest, roomId } = await meeting();
    const before = guest.caller;
    await guest.rejoin();
    await expect(media.rooms.alive({ version: 0 }, before)).rejects.toMatchObject({
      kind: liveErrors.notInRoom,
    });
    const stranger = { ...guest.caller, peerId: randomUUID() };
    await expect(media.rooms.alive({ version: 0 }, stranger)).rejects.toMatchObject({
      kind: liveErrors.notInRoom,
    });
    const elsewhere = { ...guest.caller, roomId: randomUUID() };
    await expect(media.rooms.alive({ version: 0 }, elsewhere)).rejects.toMatchObject({
      kind: liveErrors.moved,
    });
    expect(roomId).toBe(guest.roomId);
  });
});
