import type { JoinedRoom } from '@diemcau/contracts/media/room';
import type { PeerRole } from '@diemcau/contracts/media/room-state';
import type { StreamView } from '@diemcau/contracts/media/streams';
import { type RoomSocket, streamCallsOver } from './calls.js';
import { type MakeDevice, MediaSeat } from './media-seat.js';
import { Receiving } from './receiving.js';
import { Sending } from './sending.js';

type Home = Pick<JoinedRoom, 'mediaId' | 'routerRtpCapabilities' | 'iceServers'>;

/** Picture and sound of one session, over however many seats it takes. */
export class RoomMedia {
  readonly receiving: Receiving;
  readonly sending: Sending;
  private readonly calls;
  private seat: MediaSeat | undefined;
  private networkMoved = false;

  /** @param onLost the transports cannot be saved: join anew */
  constructor(
    socket: Pick<RoomSocket, 'request'>,
    private readonly makeDevice: MakeDevice,
    private readonly onLost: () => void,
  ) {
    this.calls = streamCallsOver(socket);
    this.receiving = new Receiving(this.calls);
    this.sending = new Sending(this.calls);
  }

  /** Names the transports at hand; undefined when there are none to keep. */
  get mediaId(): string | undefined {
    return this.seat?.mediaId;
  }

  get transports() {
    return this.seat?.transports ?? [];
  }

  /** Fits picture and sound to a join: keeps the transports when they are intact, else makes everything new. */
  async settle(home: Home, role: PeerRole, ownAtServer: readonly StreamView[]): Promise<void> {
    if (this.seat?.mediaId === home.mediaId) await this.resume(ownAtServer);
    else await this.renew(home, role);
    if (this.sending.producers.list().length === 0) return;
    this.sending.limit(await this.calls.wishes({}));
  }

  /** @param reachable whether the server can be asked right now */
  networkChanged(reachable: boolean): void {
    if (reachable) this.seat?.restartIce('all');
    else this.networkMoved = true;
  }

  /** Keeps the own tracks for the next seat. */
  drop(): void {
    this.receiving.detach();
    this.sending.producers.detach();
    this.seat?.close();
    this.seat = undefined;
  }

  private async resume(ownAtServer: readonly StreamView[]): Promise<void> {
    this.seat?.restartIce(this.networkMoved ? 'all' : 'broken');
    this.networkMoved = false;
    this.receiving.redeclare();
    await this.sending.agree(ownAtServer);
  }

  private async renew(home: Home, role: PeerRole): Promise<void> {
    this.drop();
    const seat = await MediaSeat.open(home, this.calls, this.makeDevice, () => {
      if (this.dropIf(seat)) this.onLost();
    });
    this.seat = seat;
    try {
      await Promise.all([this.receiving.attach(seat), this.sending.attach(seat, role)]);
    } catch (error) {
      this.dropIf(seat);
      throw error;
    }
  }

  private dropIf(seat: MediaSeat): boolean {
    if (this.seat !== seat) return false;
    this.drop();
    return true;
  }
}
