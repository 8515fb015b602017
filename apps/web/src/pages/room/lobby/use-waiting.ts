import { useEffect, useMemo, useState } from 'react';
import { live } from '../../../api/live';
import type { HostLobby } from './lobby-context';
import { inOrder, listAfter, type WaitingList } from './waiting-list';

/** A push may get lost: the whole list is asked for again this often. */
const lookEveryMs = 20_000;

/** Who waits in the room's lobby, live. */
export function useWaiting(roomId: string): HostLobby {
  const [list, setList] = useState<WaitingList>(new Map());
  useEffect(() => {
    const socket = live();
    const watch = async () => {
      if (socket.state !== 'connected') return;
      const page = await socket.request('edge.watchLobby', { roomId }).catch(() => null);
      if (page) setList(page.items.reduce<WaitingList>(listAfter, new Map()));
    };
    void watch();
    const timer = setInterval(() => void watch(), lookEveryMs);
    const endings = [
      socket.onState(() => void watch()),
      socket.on('edge.lobbyChanged', (entry) => {
        if (entry.roomId === roomId) setList((known) => listAfter(known, entry));
      }),
      () => clearInterval(timer),
    ];
    return () => {
      for (const end of endings) end();
      if (socket.state === 'connected')
        socket.request('edge.unwatchLobby', { roomId }).catch(() => undefined);
    };
  }, [roomId]);
  return useMemo(() => ({ waiting: inOrder(list) }), [list]);
}
