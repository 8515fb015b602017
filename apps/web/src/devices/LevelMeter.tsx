import { useEffect, useRef } from 'react';
import { watchLevel } from './level';
import classes from './LevelMeter.module.css';

interface Props {
  readonly track: MediaStreamTrack | null;
  readonly label: string;
}

/** A bar that moves with the voice; drawn past React, twenty times a second. */
export function LevelMeter({ track, label }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = bar;
    if (!track || !current) return;
    const show = (level: number) => {
      current.style.setProperty('--level', String(level));
      current.setAttribute('aria-valuenow', String(Math.round(level * 100)));
    };
    const stop = watchLevel(track, show);
    return () => {
      stop();
      show(0);
    };
  }, [track]);
  return (
    <div
      ref={bar}
      className={classes.meter}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    >
      <div className={classes.fill} />
    </div>
  );
}
