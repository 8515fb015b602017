import { kindOf, type Source, type Tile } from '@diemcau/contracts/media/streams';

export interface AvailableStream {
  readonly peerId: string;
  readonly source: Source;
}

/** One stream a viewer shall get. */
export interface PlannedStream extends AvailableStream {
  /** Simulcast layer to send, 0 (smallest) – 2; absent for sound. */
  readonly spatialLayer?: number;
  /** 1–255: when the line is narrow, the higher is served first. mediasoup `Consumer.setPriority`. */
  readonly priority?: number;
}

/** Height in device pixels up to which a layer is sharp enough: cameras are sent at 720p, 360p and 180p. */
const layerHeights = [225, 450] as const;

/** Screen text suffers most from a small layer. */
const screenPriority = 220;
const largestCameraPriority = 120;

/** The 16:9 picture inside the tile. */
const shownHeight = ({ width, height }: Tile): number => Math.min(height, (width * 9) / 16);

const layerFor = (height: number): number => {
  const fit = layerHeights.findIndex((limit) => height <= limit);
  return fit === -1 ? layerHeights.length : fit;
};

export const streamKey = ({ peerId, source }: AvailableStream): string => `${peerId}/${source}`;

/**
 * What one viewer gets: all sound always; visible screens; the cameras of the `lastN` largest visible tiles, each in the
 * layer its tile can show. A tile of no size costs nothing.
 */
export function planWatch(
  viewerId: string,
  tiles: readonly Tile[],
  available: readonly AvailableStream[],
  lastN: number,
): PlannedStream[] {
  const others = available.filter(({ peerId }) => peerId !== viewerId);
  const sounds = others.filter(({ source }) => kindOf[source] === 'audio');
  const sent = new Set(others.map(streamKey));
  const visible = tiles
    .filter((tile) => tile.width > 0 && tile.height > 0 && sent.has(streamKey(tile)))
    .toSorted((a, b) => shownHeight(b) - shownHeight(a));
  // The same stream in two tiles is sent once, for the larger.
  const once = visible.filter(
    (tile, index) => visible.findIndex((t) => streamKey(t) === streamKey(tile)) === index,
  );
  const screens = once.filter(({ source }) => source === 'screen');
  const cameras = once.filter(({ source }) => source === 'camera').slice(0, lastN);
  return [
    ...sounds,
    ...screens.map((tile) => ({ ...streamOf(tile), priority: screenPriority })),
    ...cameras.map((tile, rank) => ({
      ...streamOf(tile),
      priority: Math.max(1, largestCameraPriority - rank),
    })),
  ];
}

function streamOf(tile: Tile): PlannedStream {
  return { peerId: tile.peerId, source: tile.source, spatialLayer: layerFor(shownHeight(tile)) };
}
