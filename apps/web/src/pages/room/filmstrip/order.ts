import type { PeerRole, PeerView } from '@diemcau/contracts/media/room-state';
import type { StreamView } from '@diemcau/contracts/media/streams';

const rank: Record<PeerRole, number> = { host: 0, presenter: 1, participant: 2 };

/**
 * Who comes first in the filmstrip: those with a picture, then hosts and presenters, then by name. The order does not
 * depend on who speaks, so that faces stay where they are.
 */
export function filmstripOrder(peers: readonly PeerView[], streams: readonly StreamView[]): PeerView[] {
  const showing = new Set(streams.filter(({ source }) => source === 'camera').map(({ peerId }) => peerId));
  return [...peers].sort(
    (a, b) =>
      Number(showing.has(b.id)) - Number(showing.has(a.id)) ||
      rank[a.role] - rank[b.role] ||
      a.name.localeCompare(b.name, 'vi') ||
      a.id.localeCompare(b.id),
  );
}
