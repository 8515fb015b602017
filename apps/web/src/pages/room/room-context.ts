import type { Observed } from '@diemcau/client/room/observable';
import type { RoomSession } from '@diemcau/client/room/session';
import { mayProduce, type PeerView } from '@diemcau/contracts/media/room-state';
import type { Room } from '@diemcau/contracts/meetings/rooms';
import { createContext, useContext, useSyncExternalStore } from 'react';

export interface RoomPlace {
  readonly session: RoomSession;
  /** Name, lock and support contacts, as they are now. */
  readonly room: Room;
}

const RoomContext = createContext<RoomPlace | null>(null);
export const RoomProvider = RoomContext.Provider;

export function useRoom(): RoomPlace {
  const place = useContext(RoomContext);
  if (!place) throw new Error('This part belongs inside a live room');
  return place;
}

export function useObserved<T>(observed: Observed<T>): T {
  return useSyncExternalStore(observed.subscribe, observed.get);
}

/** The live state of the room: people, hands, chat. */
export const useRoomState = () => useObserved(useRoom().session.log.room);

/** Oneself; null for the moment before the first join. */
export function useMe(): PeerView | null {
  const { session } = useRoom();
  const peerId = useObserved(session.peerId);
  const { peers } = useRoomState();
  return (peerId && peers[peerId]) || null;
}

export const useIsHost = (): boolean => useMe()?.role === 'host';

/** May send picture and sound now (TM-2c). */
export function useMayProduce(): boolean {
  const me = useMe();
  return me !== null && mayProduce(me.role);
}
