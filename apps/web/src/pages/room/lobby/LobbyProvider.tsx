import type { ReactNode } from 'react';
import { useIsHost, useRoom } from '../room-context';
import { LobbyContext } from './lobby-context';
import { useKnockAlarm } from './use-knock-alarm';
import { useWaiting } from './use-waiting';

const nobody = { waiting: [] };

/** Watches the lobby for hosts, whatever panel is open and even while the tab is in the background. */
export function LobbyProvider({ children }: { children: ReactNode }) {
  return useIsHost() ? (
    <Watching>{children}</Watching>
  ) : (
    <LobbyContext value={nobody}>{children}</LobbyContext>
  );
}

function Watching({ children }: { children: ReactNode }) {
  const { room } = useRoom();
  const lobby = useWaiting(room.id);
  useKnockAlarm(lobby.waiting, room.name);
  return <LobbyContext value={lobby}>{children}</LobbyContext>;
}
