import { randomUUID } from 'node:crypto';
import type { Tile } from '@diemcau/contracts/media/streams';
import { type CameraOptions, cameraLayers, packetRate } from '@diemcau/testing/sim/camera';
import type { MicrophoneOptions } from '@diemcau/testing/sim/microphone';

/** One simulated participant: what it sends and what is on its screen. Plain JSON. */
export interface PeerPlan {
  readonly id: string;
  readonly camera?: CameraOptions;
  readonly microphone?: MicrophoneOptions;
  /** Absent: receives nothing. */
  readonly tiles?: readonly Tile[];
}

export interface RoomPlan {
  readonly roomId: string;
  readonly peers: readonly PeerPlan[];
}

/** The layer that a tile of this height asks for, as our rooms choose. */
export const layerOf = (height: number): number => (height <= 225 ? 0 : height <= 450 ? 1 : 2);

const large = { width: 1280, height: 720 };
const middle = { width: 640, height: 360 };
const small = { width: 320, height: 180 };
const camera = (peerId: string, size: { width: number; height: number }): Tile => ({
  peerId,
  source: 'camera',
  ...size,
});

/**
 * Some talk and are seen, the others watch all of them: one large, one middle, the rest small, a different one large for each
 * viewer, so that every layer of every camera is watched.
 */
export function panel(speakers: number, viewers: number): RoomPlan {
  const ids = Array.from({ length: speakers }, () => randomUUID());
  const tilesOf = (viewer: number): Tile[] =>
    ids.map((id, i) => {
      const rank = (i + viewer) % speakers;
      return camera(id, rank === 0 ? large : rank === 1 ? middle : small);
    });
  return {
    roomId: randomUUID(),
    peers: [
      ...ids.map((id) => ({ id, camera: {}, microphone: {} })),
      ...Array.from({ length: viewers }, (_, i) => ({ id: randomUUID(), tiles: tilesOf(i) })),
    ],
  };
}

/** What a site of a full room has on its screen. `stage`: the next site large, eight small, the others out of sight. */
export type Layout = 'stage' | 'everybody large';

/**
 * Every site sends its camera, three of them talk, everybody watches.
 * @param slowed how many times fewer frames a second than 30, and so fewer packets and bits, in every layer alike
 */
export function fullRoom(sites: number, layout: Layout, slowed: number): RoomPlan {
  const ids = Array.from({ length: sites }, () => randomUUID());
  const sizeOf = (distance: number) => {
    if (layout === 'everybody large' || distance === 1) return large;
    return distance <= 9 ? small : { width: 0, height: 0 };
  };
  const tilesOf = (site: number): Tile[] =>
    ids.flatMap((id, i) => {
      const distance = (i - site + sites) % sites;
      return distance === 0 ? [] : [camera(id, sizeOf(distance))];
    });
  const slowCamera: CameraOptions = {
    framesPerSecond: 30 / slowed,
    layers: cameraLayers.map((layer) => ({ ...layer, kbps: layer.kbps / slowed })),
  };
  const slowMicrophone: MicrophoneOptions = { kbps: 32 / slowed, packetsPerSecond: 50 / slowed };
  return {
    roomId: randomUUID(),
    peers: ids.map((id, i) => ({
      id,
      camera: slowCamera,
      ...(i < 3 && { microphone: slowMicrophone }),
      tiles: tilesOf(i),
    })),
  };
}

/** RTP packets a second that the viewers get when nothing is in the way. */
export function plannedPackets({ peers }: RoomPlan): number {
  const cameras = new Map(peers.map(({ id, camera }) => [id, camera]));
  const sound = (of: string): number =>
    peers
      .filter(({ id, microphone }) => id !== of && microphone)
      .reduce((sum, { microphone }) => sum + (microphone?.packetsPerSecond ?? 50), 0);
  const picture = ({ peerId, width, height }: Tile): number => {
    const camera = cameras.get(peerId);
    return camera && width > 0 ? packetRate(layerOf(height), camera) : 0;
  };
  return peers
    .filter(({ tiles }) => tiles)
    .reduce(
      (sum, { id, tiles = [] }) => tiles.reduce((all, tile) => all + picture(tile), sum + sound(id)),
      0,
    );
}
