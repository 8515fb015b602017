import { useCallback, useEffect, useRef, useState } from 'react';
import { capture, CaptureError, type CaptureFault, type CaptureKind } from './capture';

export interface Captured {
  readonly track: MediaStreamTrack | null;
  readonly fault: CaptureFault | null;
  readonly opening: boolean;
  /** Opens it again: another device was chosen, or the fault was mended. */
  readonly reopen: () => void;
}

/** The preferred camera or microphone, open for as long as the component is shown. */
export function useCapture(kind: CaptureKind): Captured {
  const [state, setState] = useState<Omit<Captured, 'reopen'>>({ track: null, fault: null, opening: true });
  const [round, setRound] = useState(0);
  const held = useRef<MediaStreamTrack | null>(null);

  useEffect(() => {
    let gone = false;
    const open = async () => {
      setState({ track: null, fault: null, opening: true });
      try {
        const track = await capture(kind);
        if (gone) return track.stop();
        held.current = track;
        track.addEventListener('ended', () => setState({ track: null, fault: 'missing', opening: false }));
        setState({ track, fault: null, opening: false });
      } catch (error) {
        const fault = error instanceof CaptureError ? error.fault : 'other';
        if (!gone) setState({ track: null, fault, opening: false });
      }
    };
    void open();
    return () => {
      gone = true;
      held.current?.stop();
      held.current = null;
    };
  }, [kind, round]);

  const reopen = useCallback(() => setRound((n) => n + 1), []);
  return { ...state, reopen };
}
