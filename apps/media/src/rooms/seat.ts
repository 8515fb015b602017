import type { TicketClaims } from '@diemcau/contracts/meetings/lobby';
import type { PeerMedia } from '../sfu/peer-media.js';

/** One identity's place in a live room on this node. It outlives its socket for the grace time. */
export interface Seat {
  readonly peerId: string;
  claims: TicketClaims;
  /** The socket that speaks for the seat; another one that joins takes it over. */
  attachmentId: string;
  media: PeerMedia;
  /** Milliseconds since the epoch; null while the socket is there. */
  awaySince: number | null;
  lastSeen: number;
}

/** A seat whose socket is silent this long is away even if nobody said so (a gateway died). Clients call every 10 s. */
const silentMs = 25_000;

/** May the seat be given up? */
export const isForsaken = (seat: Seat, nowMs: number, graceMs: number): boolean =>
  nowMs - (seat.awaySince ?? seat.lastSeen + silentMs) > graceMs;

export const isAway = (seat: Seat, nowMs: number): boolean =>
  seat.awaySince !== null || nowMs - seat.lastSeen > silentMs;
