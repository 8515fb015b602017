import { Button } from '@mantine/core';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import { useEffect, useEffectEvent, useState } from 'react';
import { useObserved, useRoom } from '../room-context';
import { playTrack } from './play-track';
import classes from './sound.module.css';
import { useTexts } from './texts';

/** Everything that sounds. A browser that wants a press first gets one, and then plays all of it. */
export function RemoteSounds() {
  const t = useTexts();
  const { session } = useRoom();
  const streams = useObserved(session.media.receiving.streams);
  const [blocked, setBlocked] = useState(false);
  const [round, setRound] = useState(0);
  const unblock = () => {
    setBlocked(false);
    setRound((n) => n + 1);
  };
  return (
    <>
      {[...streams]
        .filter(([, { track }]) => track.kind === 'audio')
        .map(([key, { track }]) => (
          <Sound key={`${key} ${round}`} track={track} onBlocked={() => setBlocked(true)} />
        ))}
      {blocked && (
        <div className={classes.blocked} role="alert">
          <Button size="lg" leftSection={<IconVolume aria-hidden="true" />} onClick={unblock}>
            {t('unblock')}
          </Button>
        </div>
      )}
    </>
  );
}

function Sound({ track, onBlocked }: { track: MediaStreamTrack; onBlocked: () => void }) {
  const blocked = useEffectEvent(onBlocked);
  useEffect(() => playTrack(track, () => blocked()), [track]);
  return null;
}
