import { type PeerRole, type RoomState } from '@diemcau/contracts/media/room-state';
import type { StreamView, Tile } from '@diemcau/contracts/media/streams';

export interface OnStage {
  readonly peerId: string;
  readonly source: Tile['source'];
}

export interface StageView {
  readonly peers: RoomState['peers'];
  readonly streams: readonly StreamView[];
  /** Dominant speaker. */
  readonly speaker: string | null;
  readonly me: string | null;
  /** Chosen by this viewer. */
  readonly pinned: OnStage | null;
  /** On the stage until now: stays when nobody has a better claim. */
  readonly before: OnStage | null;
}

const rank: Record<PeerRole, number> = { host: 0, presenter: 1, participant: 2 };

/**
 * Whom everybody should look at: what the viewer pinned, else a shared screen, else who speaks, else who was there, else
 * whoever has a camera on, hosts first; oneself only when there is nobody else. Null: nobody shows anything.
 */
export function pickStage({ peers, streams, speaker, me, pinned, before }: StageView): OnStage | null {
  const shows = (peerId: string, source: Tile['source']) =>
    peerId in peers && streams.some((one) => one.peerId === peerId && one.source === source && !one.paused);
  if (pinned && pinned.peerId in peers && (pinned.source === 'camera' || shows(pinned.peerId, 'screen'))) {
    return pinned;
  }
  const screen = streams.find((one) => one.source === 'screen' && one.peerId in peers && one.peerId !== me);
  if (screen) return { peerId: screen.peerId, source: 'screen' };
  if (speaker && speaker !== me && shows(speaker, 'camera')) return { peerId: speaker, source: 'camera' };
  if (before && before.peerId !== me && before.source === 'camera' && shows(before.peerId, 'camera'))
    return before;
  const [first] = Object.values(peers)
    .filter(({ id }) => shows(id, 'camera'))
    .sort((a, b) => Number(a.id === me) - Number(b.id === me) || rank[a.role] - rank[b.role]);
  return first ? { peerId: first.id, source: 'camera' } : null;
}
