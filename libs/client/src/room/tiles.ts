import type { Tile } from '@diemcau/contracts/media/streams';

type VideoSource = Tile['source'];

/** Keeps one entry per picture on the screen and merges them into the wish for the SFU. */
export class TileBoard {
  private readonly tiles = new Map<object, Tile>();

  constructor(private readonly changed: () => void) {}

  /**
   * A picture is shown at this size in device pixels; 0 × 0 while nobody can see it.
   * @param place names the spot on the screen; the same peer may be on the stage and in the filmstrip
   */
  show(place: object, peerId: string, source: VideoSource, width: number, height: number): void {
    const known = this.tiles.get(place);
    const tile = { peerId, source, width: Math.round(width), height: Math.round(height) };
    if (known && sameTile(known, tile)) return;
    this.tiles.set(place, tile);
    this.changed();
  }

  drop(place: object): void {
    if (this.tiles.delete(place)) this.changed();
  }

  /** One tile per picture, as large as its largest spot. */
  wish(): Tile[] {
    const merged = new Map<string, Tile>();
    for (const tile of this.tiles.values()) {
      const key = `${tile.peerId}/${tile.source}`;
      const other = merged.get(key);
      if (!other || other.width * other.height < tile.width * tile.height) merged.set(key, tile);
    }
    return [...merged.values()];
  }
}

const sameTile = (a: Tile, b: Tile): boolean =>
  a.peerId === b.peerId && a.source === b.source && a.width === b.width && a.height === b.height;
