import type { LobbyEntry } from '@diemcau/contracts/meetings/lobby';
import { createContext, useContext } from 'react';

export interface HostLobby {
  /** Who waits, first come first; empty for those who are no host. */
  readonly waiting: readonly LobbyEntry[];
}

export const LobbyContext = createContext<HostLobby>({ waiting: [] });
export const useLobby = (): HostLobby => useContext(LobbyContext);
