import { useEffect, useRef } from 'react';
import classes from './tile.module.css';

interface Props {
  readonly track: MediaStreamTrack;
  /** Own cameras are shown as in a mirror. */
  readonly mirrored?: boolean;
  /** Slides must be read to their edges, faces may be cut. */
  readonly whole?: boolean;
}

export function Picture({ track, mirrored = false, whole = false }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const { current } = video;
    if (!current) return;
    current.srcObject = new MediaStream([track]);
    // Muted pictures may always play; a refusal here is a page that is going away.
    current.play().catch(() => undefined);
    return () => {
      current.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      className={classes.picture}
      data-mirrored={mirrored || undefined}
      data-whole={whole || undefined}
      autoPlay
      muted
      playsInline
      aria-hidden="true"
    />
  );
}
