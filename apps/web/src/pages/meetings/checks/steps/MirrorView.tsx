import { Progress, Switch } from '@mantine/core';
import '@mantine/core/styles/Progress.css';
import type { MirrorProgress } from '@diemcau/contracts/media/mirror';
import { checkLimits } from '@diemcau/contracts/meetings/check-limits';
import { useEffect, useState } from 'react';
import { StateChip } from '../../../../admin/parts/StateChip';
import { OwnPicture } from '../../../../devices/OwnPicture';
import classes from './steps.module.css';
import { useTexts } from './texts';
import type { MirrorTracks } from './use-mirror-test';

interface Props {
  readonly images: MirrorTracks;
  readonly progress: MirrorProgress | null;
  /** 0–1. */
  readonly done: number;
}

/** While it is measured: one's own picture and voice as the media server sends them back, and what it has heard so far. */
export function MirrorView({ images, progress, done }: Props) {
  const t = useTexts();
  const heard = (progress?.sound?.heardMs ?? 0) >= checkLimits.sound.leastHeardMs;
  const seen = (progress?.picture?.keyFrames ?? 0) > 0;
  return (
    <>
      <div className={classes.frame}>
        {images.camera ? (
          <OwnPicture track={images.camera} label={t('pictureBack')} asOthersSee />
        ) : (
          <span>{t('waitingBack')}</span>
        )}
      </div>
      <div className={classes.measuring}>
        <p role="status">
          <strong>{t('speakNow')}</strong>
        </p>
        <Progress value={100 * done} size="lg" aria-label={t('measuring')} transitionDuration={300} />
      </div>
      <div className={classes.chips}>
        <StateChip tone={heard ? 'good' : 'waiting'}>{t(heard ? 'serverHears' : 'serverHearsNot')}</StateChip>
        <StateChip tone={seen ? 'good' : 'waiting'}>{t(seen ? 'serverSees' : 'serverSeesNot')}</StateChip>
      </div>
      {images.microphone && <VoiceBack track={images.microphone} />}
    </>
  );
}

/** Off at first: a loudspeaker beside an open microphone howls. */
function VoiceBack({ track }: { track: MediaStreamTrack }) {
  const t = useTexts();
  const [on, setOn] = useState(false);
  useEffect(() => {
    if (!on) return;
    const audio = new Audio();
    audio.srcObject = new MediaStream([track]);
    void audio.play().catch(() => undefined);
    return () => {
      audio.srcObject = null;
    };
  }, [track, on]);
  return (
    <Switch checked={on} label={t('voiceBack')} onChange={(event) => setOn(event.currentTarget.checked)} />
  );
}
