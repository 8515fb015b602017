import type { Source } from '@diemcau/contracts/media/streams';
import type { types } from 'mediasoup';
import type { RouterHome } from './router-home.js';

/** One source of one peer as the room has it: the producer, and its copies on the room's other routers. */
export class RoomStream {
  private readonly piped = new Map<RouterHome, Promise<void>>();

  constructor(
    readonly peerId: string,
    readonly source: Source,
    readonly producer: types.Producer,
    readonly home: RouterHome,
  ) {}

  /** Makes the stream consumable on another router of the room; its producer id is the same everywhere. */
  async reach(home: RouterHome): Promise<void> {
    if (home === this.home) return;
    const known = this.piped.get(home);
    if (known) return known;
    const piping = this.home.router
      .pipeToRouter({ producerId: this.producer.id, router: home.router })
      .then(() => undefined);
    this.piped.set(home, piping);
    piping.catch(() => this.piped.delete(home));
    return piping;
  }
}
