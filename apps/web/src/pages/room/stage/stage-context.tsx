import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useObserved, useRoom, useRoomState } from '../room-context';
import { type OnStage, pickStage } from './pick-stage';

interface StageChoice {
  readonly onStage: OnStage | null;
  readonly pinned: OnStage | null;
  /** Null lets go. */
  readonly pin: (choice: OnStage | null) => void;
}

const StageContext = createContext<StageChoice>({ onStage: null, pinned: null, pin: () => undefined });
export const useStage = (): StageChoice => useContext(StageContext);

/** Decides once for stage and filmstrip who is on the stage. */
export function StageProvider({ children }: { children: ReactNode }) {
  const { session } = useRoom();
  const { peers } = useRoomState();
  const { streams } = useObserved(session.log.streams);
  const { speaker } = useObserved(session.speaking);
  const me = useObserved(session.peerId);
  const [pinned, pin] = useState<OnStage | null>(null);
  const [onStage, setOnStage] = useState<OnStage | null>(null);
  const picked = pickStage({ peers, streams, speaker, me, pinned, before: onStage });
  if (picked?.peerId !== onStage?.peerId || picked?.source !== onStage?.source) setOnStage(picked);
  const choice = useMemo(() => ({ onStage, pinned, pin }), [onStage, pinned]);
  return <StageContext value={choice}>{children}</StageContext>;
}
