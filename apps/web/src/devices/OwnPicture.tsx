import { useEffect, useRef } from 'react';
import classes from './OwnPicture.module.css';

interface Props {
  readonly track: MediaStreamTrack;
  readonly label: string;
  /** Not mirrored. */
  readonly asOthersSee?: boolean;
}

/** One's own camera, mirrored as people know themselves. */
export function OwnPicture({ track, label, asOthersSee }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const { current } = video;
    if (!current) return;
    current.srcObject = new MediaStream([track]);
    return () => {
      current.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      className={classes.picture}
      data-as-others-see={asOthersSee}
      aria-label={label}
      autoPlay
      muted
      playsInline
    />
  );
}
