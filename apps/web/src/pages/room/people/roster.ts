import type { PeerRole, PeerView } from '@diemcau/contracts/media/room-state';

const rank: Record<PeerRole, number> = { host: 0, presenter: 1, participant: 2 };

/** Without accents and case: «Nhu Xuan» finds «Như Xuân». */
export const folded = (words: string): string =>
  words.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

/** The people whose name or unit has the words; raised hands first come first, then hosts, presenters, the rest by name. */
export function roster(peers: readonly PeerView[], hands: readonly string[], words: string): PeerView[] {
  const wanted = folded(words.trim());
  const turn = ({ id }: PeerView): number => (hands.includes(id) ? hands.indexOf(id) : hands.length);
  return peers
    .filter(({ name, unitName }) => folded(`${name} ${unitName ?? ''}`).includes(wanted))
    .sort((a, b) => turn(a) - turn(b) || rank[a.role] - rank[b.role] || a.name.localeCompare(b.name, 'vi'));
}
