import { useState } from 'react';
import { useObserved, useRoom, useRoomState } from '../room-context';

/** Lines others said since the chat was last open. */
export function useUnread(open: boolean): number {
  const { chat } = useRoomState();
  const me = useObserved(useRoom().session.peerId);
  const newest = chat.at(-1)?.id ?? null;
  const [seen, setSeen] = useState(newest);
  if (open && seen !== newest) setSeen(newest);
  if (open) return 0;
  const from = chat.findIndex(({ id }) => id === seen) + 1;
  return chat.slice(from).filter(({ peerId }) => peerId !== me).length;
}
