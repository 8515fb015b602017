import { browserDevice } from '@diemcau/client/room/browser-device';
import { connectionDetails } from '@diemcau/client/room/details';
import { RoomSession } from '@diemcau/client/room/session';
import type { Ticket } from '@diemcau/contracts/meetings/lobby';
import { useEffect, useState } from 'react';
import { live } from '../../api/live';

declare global {
  interface Window {
    /** For support, from the browser's console: the session in this tab and what its streams do right now. */
    diemcauRoom?: {
      readonly session: RoomSession;
      readonly details: () => ReturnType<typeof connectionDetails>;
    };
  }
}

/** The session of this tab, from the first render of the room to its last. Null for the first moment. */
export function useRoomSession(roomId: string, ticket: () => Promise<Ticket>): RoomSession | null {
  const [session, setSession] = useState<RoomSession | null>(null);
  useEffect(() => {
    const socket = live();
    const started = new RoomSession({ socket, roomId, ticket, makeDevice: browserDevice });
    const changed = () => {
      socket.reconnect();
      started.networkChanged();
    };
    // A closed tab frees the seat at once; otherwise it would wait for its time to run out.
    const goes = () => void started.leave();
    addEventListener('online', changed);
    addEventListener('pagehide', goes);
    window.diemcauRoom = { session: started, details: () => connectionDetails(started.media) };
    // oxlint-disable-next-line react/set-state-in-effect -- the session is born with the effect, since its birth and its end have effects outside
    setSession(started);
    started.start();
    return () => {
      removeEventListener('online', changed);
      removeEventListener('pagehide', goes);
      delete window.diemcauRoom;
      void started.leave();
    };
  }, [roomId, ticket]);
  return session;
}
