import { useEffect, useRef } from 'react';
import classes from './OwnPicture.module.css';

interface Props {
  readonly track: MediaStreamTrack;
  readonly label: string;
}

/** One's own camera, mirrored as people know themselves. */
export function OwnPicture({ track, label }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const { current } = video;
    if (!current) return;
    current.srcObject = new MediaStream([track]);
    return () => {
      current.srcObject = null;
    };
  }, [track]);
  return <video ref={video} className={classes.picture} aria-label={label} autoPlay muted playsInline />;
}
