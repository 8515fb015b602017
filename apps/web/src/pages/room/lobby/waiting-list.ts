import type { LobbyEntry } from '@diemcau/contracts/meetings/lobby';

export type WaitingList = ReadonlyMap<string, LobbyEntry>;

/** The list after one entry changed: waiting ones are in it, decided ones are not. */
export function listAfter(list: WaitingList, entry: LobbyEntry): WaitingList {
  const next = new Map(list);
  if (entry.state === 'waiting') next.set(entry.id, entry);
  else next.delete(entry.id);
  return next;
}

export const inOrder = (list: WaitingList): LobbyEntry[] =>
  [...list.values()].sort((a, b) => a.askedAt.localeCompare(b.askedAt));
