import { type LayerWish, type Source, sources } from '@diemcau/contracts/media/streams';
import { streamKey } from './watch-plan.js';

const isVideo = (source: Source): source is LayerWish['source'] => source === 'camera' || source === 'screen';

/**
 * What the viewers of one peer's pictures need.
 * @param watchedLayer highest layer anybody watches of a stream, by key; -1 for nobody
 */
export function layerWishesOf(
  own: readonly { peerId: string; source: Source }[],
  watchedLayer: (key: string) => number,
): LayerWish[] {
  return own
    .toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source))
    .flatMap(({ peerId, source }) =>
      isVideo(source) ? [{ source, maxSpatialLayer: watchedLayer(streamKey({ peerId, source })) }] : [],
    );
}
