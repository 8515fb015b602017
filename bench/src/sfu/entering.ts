import type { StreamCalls } from '@diemcau/client/room/calls';
import type { LayerWishes } from '@diemcau/contracts/media/streams';

/** The calls a simulated participant makes. */
export type MediaCalls = Pick<
  StreamCalls,
  'openTransport' | 'connectTransport' | 'produce' | 'watch' | 'ready'
>;

export interface Entered {
  readonly calls: MediaCalls;
  /** Calls back when the SFU tells which layers are watched; one that never does sends nothing here. */
  onWishes(heard: (wishes: LayerWishes) => void): void;
}

/** The way into one room of one SFU. */
export interface Door {
  enter(peerId: string): Promise<Entered>;
}
