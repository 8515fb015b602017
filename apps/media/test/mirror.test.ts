import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@diemcau/testing/service';
import { randomBytes, randomUUID } from 'node:crypto';
import { MediaBed } from './media-bed.js';
import { MirrorGuest, mirrorTicket } from './mirror-guest.js';

const talking = { dbov: -30 };
const whole = { layers: [{ kbps: 800, width: 1280, height: 720 }] };
const [mostMirrors, lifeMs] = [3, 15_000];

describe('what the SFU itself says of a site’s sound and picture (HB-8.2, TM-3)', () => {
  let media: MediaBed;
  beforeAll(async () => {
    media = await MediaBed.start({
      MEDIA_MIRRORS: String(mostMirrors),
      MEDIA_MIRROR_MS: String(lifeMs),
      MEDIA_WORKERS: '1',
    });
  });
  afterAll(() => media.stop());

  /** What stands in the workers, by their own account. */
  const routers = async (): Promise<number> => {
    const { WorkersService } = await import('../src/sfu/workers.service.js');
    const { worker } = await media.bed.part(WorkersService).leastLoaded();
    const { routerIds, webRtcServerIds } = await worker.dump();
    const { webRtcTransportIds } = await (await media.bed.part(WorkersService).leastLoaded()).server.dump();
    expect(webRtcServerIds).toHaveLength(1);
    return routerIds.length + webRtcTransportIds.length;
  };

  it('a voice and a picture are measured, come back, and are kept; then nothing is left in the worker', async () => {
    const [roomId, subject] = [randomUUID(), 'occurrence:1'];
    const site = await MirrorGuest.at(media, mirrorTicket({ roomId, subject }));
    await site.send({ microphone: talking, camera: whole });
    await site.see('microphone');
    await site.see('camera');
    const test = await site.finishWhen(
      ({ sound, picture }) => (sound?.heardMs ?? 0) > 1000 && (picture?.keyFrames ?? 0) > 1,
    );
    expect(test).toMatchObject({
      id: site.ref.mirrorId,
      roomId,
      subject,
      reasons: [],
      sound: { loudestDbov: -30, score: 10 },
      picture: { width: 1280, height: 720, score: 10 },
    });
    expect(test.sound!.packets).toBeGreaterThan(50);
    expect(test.picture!.kbps).toBeGreaterThan(200);
    expect(site.returned).toBeGreaterThan(50);
    expect(await routers()).toBe(0);
    await expect(site.finish()).rejects.toThrow('mirror.gone');
  }, 40_000);

  it('a silent microphone is not heard; a camera of nothing but black is black', async () => {
    const site = await MirrorGuest.at(media);
    await site.send({
      microphone: { dbov: -90 },
      camera: { layers: [{ kbps: 30, width: 1280, height: 720 }] },
    });
    const test = await site.finishWhen(({ picture }) => (picture?.keyFrames ?? 0) > 1);
    expect(test.reasons).toEqual(['notHeard', 'blackPicture']);
  }, 40_000);

  it('what was not sent is no sound and no picture, and a small picture is too small', async () => {
    const [dumb, small] = [await MirrorGuest.at(media), await MirrorGuest.at(media)];
    await small.send({ microphone: talking, camera: { layers: [{ kbps: 200, width: 320, height: 180 }] } });
    const seen = await small.finishWhen(({ sound }) => (sound?.heardMs ?? 0) > 1000);
    expect(seen.reasons).toEqual(['smallPicture']);
    const test = await dumb.finishWhen(() => true);
    expect(test).toMatchObject({ sound: null, picture: null, reasons: ['noSound', 'noPicture'] });
  }, 40_000);

  it('a mirror nobody stood before for long enough says nothing', async () => {
    const site = await MirrorGuest.at(media);
    await expect(site.finish()).rejects.toThrow('mirror.tooShort');
    await site.leave();
    await expect(site.look()).rejects.toThrow('mirror.gone');
  });

  it.each([
    ['of another signer', () => mirrorTicket({}, { secret: randomBytes(32).toString('hex') })],
    ['that ran out', () => mirrorTicket({}, { lifeS: -1 })],
    ['of a room', () => mirrorTicket({}, { audience: 'room' })],
    ['that is none', () => 'x'],
  ])('a ticket %s opens nothing', async (_, ticket) => {
    await expect(MirrorGuest.at(media, ticket())).rejects.toThrow('mirror.ticketInvalid');
  });

  it('a ticket opens one mirror, also when two show it at once', async () => {
    const ticket = mirrorTicket();
    const both = await Promise.allSettled([MirrorGuest.at(media, ticket), MirrorGuest.at(media, ticket)]);
    const opened = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(opened).toHaveLength(1);
    await expect(MirrorGuest.at(media, ticket)).rejects.toThrow('mirror.ticketUsed');
    await opened[0]!.leave();
  });

  it('a node that is full says so and uses up no ticket', async () => {
    const full = await Promise.all(Array.from({ length: mostMirrors }, () => MirrorGuest.at(media)));
    const ticket = mirrorTicket();
    await expect(MirrorGuest.at(media, ticket)).rejects.toThrow('mirror.busy');
    await full[0]!.leave();
    full.push(await MirrorGuest.at(media, ticket));
    await Promise.all(full.slice(1).map((site) => site.leave()));
    expect(await routers()).toBe(0);
  });

  it('a browser that vanished leaves nothing behind', async () => {
    const site = await MirrorGuest.at(media);
    await site.send({ microphone: talking, camera: whole });
    await eventually(
      () => site.look(),
      ({ sound }) => (sound?.packets ?? 0) > 0,
    );
    site.vanish();
    expect(await eventually(routers, (left) => left === 0, 2 * lifeMs)).toBe(0);
    await expect(site.look()).rejects.toThrow('mirror.gone');
  }, 40_000);
});
