import { RoomPushes } from '@diemcau/contracts/media/room';
import { StreamPushes } from '@diemcau/contracts/media/streams';
import { everyoneIn, onlyAttachment } from '@diemcau/contracts/core/messages';
import { eventually } from '@diemcau/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { MediaBed, simulcastParameters, TestPeer } from './media-bed.js';

/** Two consumers fill a worker here, so that a small room spreads over both. */
const workerConsumers = 2;

describe('a room’s media on the SFU', () => {
  let media: MediaBed;
  beforeAll(async () => {
    media = await MediaBed.start({ MEDIA_WORKER_CONSUMERS: String(workerConsumers), MEDIA_LAST_N: '2' });
  });
  afterAll(() => media.stop());

  const presenterIn = async (roomId: string) => {
    const host = await TestPeer.join(media, roomId, { host: true });
    const { send } = await host.openTransports();
    return { host, send };
  };
  const viewerIn = async (roomId: string) => {
    const viewer = await TestPeer.join(media, roomId);
    await viewer.openTransports();
    return viewer;
  };
  const camera = (peerId: string, width: number, height: number) => ({
    peerId,
    source: 'camera' as const,
    width,
    height,
  });

  it('spreads over workers by pipes when one is full, and everybody still gets everything', async () => {
    const roomId = randomUUID();
    const { host, send } = await presenterIn(roomId);
    await host.produceSound(send);
    const homes = new Set<string>();
    for (let count = 0; count < 2 * workerConsumers + 1; count += 1) {
      const viewer = await viewerIn(roomId);
      const { consumers } = await media.streams.watch({ tiles: [] }, viewer.caller);
      expect(consumers).toMatchObject([{ peerId: host.peerId, source: 'microphone' }]);
      const { candidates } = await media.streams.openTransport({ direction: 'send' }, viewer.caller);
      homes.add(String(candidates.list[0]?.port));
    }
    expect(homes.size).toBe(2);
  });

  it('tells a publisher which layers anybody watches, and nobody’s is none', async () => {
    const roomId = randomUUID();
    const { host, send } = await presenterIn(roomId);
    await media.streams.produce(
      { transportId: send, source: 'camera', rtpParameters: simulcastParameters() },
      host.caller,
    );
    const wishes = async () => (await media.streams.wishes({}, host.caller)).wishes;
    expect(await wishes()).toEqual([{ source: 'camera', maxSpatialLayer: -1 }]);

    const [near, far] = [await viewerIn(roomId), await viewerIn(roomId)] as const;
    await media.streams.watch({ tiles: [camera(host.peerId, 160, 90)] }, far.caller);
    expect(await wishes()).toEqual([{ source: 'camera', maxSpatialLayer: 0 }]);
    await media.streams.watch({ tiles: [camera(host.peerId, 1280, 720)] }, near.caller);
    expect(await wishes()).toEqual([{ source: 'camera', maxSpatialLayer: 2 }]);
    await media.streams.watch({ tiles: [camera(host.peerId, 0, 0)] }, near.caller);
    await media.rooms.leave({}, far.caller);
    expect(await wishes()).toEqual([{ source: 'camera', maxSpatialLayer: -1 }]);
  });

  it('gives a viewer no more cameras than last-N', async () => {
    const roomId = randomUUID();
    const tiles = [];
    for (let count = 0; count < 3; count += 1) {
      const { host, send } = await presenterIn(roomId);
      const rtpParameters = simulcastParameters();
      await media.streams.produce({ transportId: send, source: 'camera', rtpParameters }, host.caller);
      tiles.push(camera(host.peerId, 320 + count, 180));
    }
    const viewer = await viewerIn(roomId);
    expect((await media.streams.watch({ tiles }, viewer.caller)).consumers).toHaveLength(2);
  });

  it('is rebuilt by itself when a worker dies: seats, rights and floor unchanged, new transports', async () => {
    const roomId = randomUUID();
    const { host, send } = await presenterIn(roomId);
    await host.produceSound(send);
    const guest = await viewerIn(roomId);
    await host.setRole(guest.peerId, 'presenter');
    const before = await host.state();
    const { version } = (await host.events(0)).streams;
    const rebuilt = media.bed.hear(everyoneIn(roomId), StreamPushes.rebuilt);

    for (const pid of workerPids()) process.kill(pid, 'SIGKILL');
    await eventually(
      () => rebuilt,
      (pushes) => pushes.length > 0,
    );
    expect(rebuilt.at(-1)?.mediaId).not.toBe(host.joined.mediaId);
    expect(await host.state()).toEqual(before);
    // Clients drop what is older than what they know.
    expect((await host.events(0)).streams.version).toBeGreaterThan(version);

    const again = await guest.openTransports();
    await guest.produceSound(again.send);
    await host.openTransports();
    const { consumers } = await media.streams.watch({ tiles: [] }, host.caller);
    expect(consumers).toMatchObject([{ peerId: guest.peerId, source: 'microphone' }]);
  });

  it('tells a replaced socket that its seat is taken', async () => {
    const guest = await viewerIn(randomUUID());
    const closed = media.bed.hear(onlyAttachment(guest.caller.attachmentId), RoomPushes.closed);
    await guest.rejoin();
    await eventually(
      () => closed,
      (pushes) => pushes.length > 0,
    );
    expect(closed).toEqual([{ reason: 'replaced' }]);
  });
});

/** The worker processes of this very process. */
function workerPids(): number[] {
  const children = execFileSync('ps', ['-o', 'pid=,comm=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  });
  return children
    .split('\n')
    .filter((line) => line.includes('mediasoup'))
    .map((line) => Number.parseInt(line, 10));
}
