import type { MediaTest } from '@diemcau/contracts/media/mirror';
import type { PictureFound, SoundFound } from '@diemcau/contracts/meetings/checks-test';
import { Alert, Button, Checkbox } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import { useEffect, useState } from 'react';
import { devicePreferences } from '../../../../devices/preferences';
import { play } from '../../../../devices/sounds';
import { useCapture } from '../../../../devices/use-capture';
import { useOnline } from '../../../../offline/use-online';
import { MediaDevices } from './MediaDevices';
import { MirrorView } from './MirrorView';
import { ReceivedVerdicts } from './ReceivedVerdicts';
import { useTexts } from './texts';
import { useMirrorTest } from './use-mirror-test';

interface Found {
  readonly test: MediaTest | null;
  readonly sound: SoundFound;
  readonly picture: PictureFound;
}
interface Props {
  readonly found: Found;
  readonly onChange: (found: Found) => void;
  readonly ticket: () => Promise<{ ticket: string }>;
}

/** Microphone and camera before the media server, which says what reached it; then what only who is there can say. */
export function MediaStep({ found, onChange, ticket }: Props) {
  const t = useTexts();
  const online = useOnline();
  const [microphone, camera] = [useCapture('microphone'), useCapture('camera')];
  const { run, images, start } = useMirrorTest(ticket);
  const [playing, setPlaying] = useState(false);
  const fresh = run.state === 'done' ? run.result : null;
  useEffect(() => {
    if (fresh && found.test !== fresh) onChange({ ...found, test: fresh });
  }, [fresh, found, onChange]);
  const measuring = run.state === 'running';
  const opening = microphone.opening || camera.opening;
  const measure = () =>
    start({
      ...(microphone.track && { microphone: microphone.track }),
      ...(camera.track && { camera: camera.track }),
    });
  const tone = async () => {
    setPlaying(true);
    await play('test', devicePreferences().speakerId).finally(() => setPlaying(false));
  };
  return (
    <>
      <p>{t('mediaIntro')}</p>
      {measuring && <MirrorView images={images} progress={run.progress} done={run.done} />}
      <MediaDevices microphone={microphone} camera={camera} measuring={measuring} />
      {run.state === 'failed' && (
        <Alert
          role="alert"
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('lineFailed')}
        >
          {t(online ? `mirror_${run.why}` : 'mirror_offline')}
        </Alert>
      )}
      {!measuring && found.test && <ReceivedVerdicts received={found.test} />}
      {!measuring && (
        <Button
          variant={found.test ? 'default' : 'filled'}
          disabled={opening || !online}
          onClick={measure}
          style={{ alignSelf: 'flex-start' }}
        >
          {t(found.test || run.state === 'failed' ? 'again' : 'measure')}
        </Button>
      )}
      <Checkbox
        label={t('pictureSeen')}
        checked={found.picture.seen}
        disabled={!camera.track}
        onChange={(event) => onChange({ ...found, picture: { seen: event.currentTarget.checked } })}
      />
      <p>{t('toneIntro')}</p>
      <Button
        variant="default"
        leftSection={<IconVolume size={20} aria-hidden="true" />}
        disabled={playing || measuring}
        onClick={() => void tone()}
        style={{ alignSelf: 'flex-start' }}
      >
        {t(playing ? 'playing' : 'playTone')}
      </Button>
      <Checkbox
        label={t('toneHeard')}
        checked={found.sound.toneHeard}
        onChange={(event) => onChange({ ...found, sound: { toneHeard: event.currentTarget.checked } })}
      />
    </>
  );
}
