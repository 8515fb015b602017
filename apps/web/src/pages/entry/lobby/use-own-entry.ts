import { Problem } from '@diemcau/client/problem';
import type { SocketState } from '@diemcau/client/socket';
import type { LobbyEntry } from '@diemcau/contracts/meetings/lobby';
import { useEffect, useState } from 'react';
import { live } from '../../../api/live';
import type { SavedEntry } from '../saved-entry';

export interface OwnEntry {
  /** As the server last told it; null at first. */
  readonly entry: LobbyEntry | null;
  readonly connected: boolean;
  /** The server does not know the request any more. */
  readonly lost: boolean;
}

/** A push may get lost: the entry is looked at again this often. */
const lookEveryMs = 15_000;

/** The guest's own request, live. */
export function useOwnEntry({ entryId, token }: SavedEntry): OwnEntry {
  const [entry, setEntry] = useState<LobbyEntry | null>(null);
  const [state, setState] = useState<SocketState>('connecting');
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const socket = live();
    const watch = async () => {
      if (socket.state !== 'connected') return;
      try {
        setEntry(await socket.request('edge.watchEntry', { entryId, token }));
      } catch (error) {
        if (error instanceof Problem && error.status === 404) setLost(true);
      }
    };
    const heard = (next: SocketState) => {
      setState(next);
      void watch();
    };
    heard(socket.state);
    const timer = setInterval(() => void watch(), lookEveryMs);
    const endings = [
      socket.onState(heard),
      socket.on('edge.lobbyChanged', (changed) => {
        if (changed.id === entryId) setEntry(changed);
      }),
      () => clearInterval(timer),
    ];
    return () => {
      for (const end of endings) end();
    };
  }, [entryId, token]);
  return { entry, connected: state === 'connected', lost };
}
