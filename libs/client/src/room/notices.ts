import { mayProduce, type RoomChange, type RoomState } from '@diemcau/contracts/media/room-state';

/** What a person must be told at once about their own place in the room. */
export type Notice = 'granted' | 'takenBack' | 'mutedByHost' | 'handLowered';

/** What a change means to one peer; null when nothing. */
export function noticeOf(
  change: RoomChange,
  before: RoomState,
  after: RoomState,
  peerId: string,
): Notice | null {
  switch (change.type) {
    case 'roleChanged':
      return change.peerId === peerId ? roleNotice(before, after, peerId) : null;
    case 'muted':
      return change.peerId === peerId && change.by !== peerId ? 'mutedByHost' : null;
    case 'handLowered':
      return change.peerId === peerId && change.by !== peerId ? 'handLowered' : null;
    default:
      return null;
  }
}

/** Also for a snapshot that replaces the state, when the changes between are not known. */
export function roleNotice(before: RoomState, after: RoomState, peerId: string): Notice | null {
  const was = before.peers[peerId];
  const is = after.peers[peerId];
  if (!was || !is || mayProduce(was.role) === mayProduce(is.role)) return null;
  return mayProduce(is.role) ? 'granted' : 'takenBack';
}
