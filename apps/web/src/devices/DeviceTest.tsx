import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox, Loader } from '@mantine/core';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import IconVideoOff from '@tabler/icons-react/dist/esm/icons/IconVideoOff.mjs';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import { useState } from 'react';
import { DevicePicker } from './DevicePicker';
import classes from './DeviceTest.module.css';
import { FaultNote } from './FaultNote';
import { LevelMeter } from './LevelMeter';
import { OwnPicture } from './OwnPicture';
import { devicePreferences, rememberDevices } from './preferences';
import { play } from './sounds';
import { useTexts } from './texts';
import { type Captured, useCapture } from './use-capture';
import { useDevices } from './use-devices';

/** Pick camera, microphone and loudspeaker; see the picture, see the level, hear a tone (TM-1a). */
export function DeviceTest() {
  return (
    <div className={classes.test}>
      <CameraTest />
      <div className={classes.sound}>
        <SoundTest />
        <OpenOnGrant />
      </div>
    </div>
  );
}

function CameraTest() {
  const t = useTexts();
  const { track, fault, opening, reopen } = useCapture('camera');
  const devices = useDevices('videoinput', track);
  const choose = (cameraId: string) => {
    rememberDevices({ cameraId });
    reopen();
  };
  return (
    <div className={classes.part}>
      <div className={classes.picture}>
        {track && <OwnPicture track={track} label={t('ownPicture')} />}
        {!track && (
          <div className={classes.noPicture} role="status">
            {opening ? <Loader color="white" /> : <IconVideoOff size={40} aria-hidden="true" />}
            <span>{t(opening ? 'openingCamera' : 'noPicture')}</span>
          </div>
        )}
      </div>
      {fault && <FaultNote kind="camera" fault={fault} onRetry={reopen} />}
      <DevicePicker
        label={t('camera')}
        icon={<IconVideo size={20} aria-hidden="true" />}
        devices={devices}
        value={track?.getSettings().deviceId}
        onChange={choose}
      />
    </div>
  );
}

function SoundTest() {
  const microphone = useCapture('microphone');
  return (
    <>
      <MicrophoneTest {...microphone} />
      <SpeakerTest accessRound={microphone.track} />
    </>
  );
}

function MicrophoneTest({ track, fault, reopen }: Captured) {
  const t = useTexts();
  const devices = useDevices('audioinput', track);
  const choose = (microphoneId: string) => {
    rememberDevices({ microphoneId });
    reopen();
  };
  return (
    <div className={classes.part}>
      <DevicePicker
        label={t('microphone')}
        icon={<IconMicrophone size={20} aria-hidden="true" />}
        devices={devices}
        value={track?.getSettings().deviceId}
        onChange={choose}
      />
      {fault ? (
        <FaultNote kind="microphone" fault={fault} onRetry={reopen} />
      ) : (
        <>
          <p className={classes.hint}>{t('speakHint')}</p>
          <LevelMeter track={track} label={t('microphoneLevel')} />
        </>
      )}
    </div>
  );
}

/** @param accessRound browsers tell the loudspeakers' names once the microphone is allowed */
function SpeakerTest({ accessRound }: { accessRound: unknown }) {
  const t = useTexts();
  const [speakerId, setSpeakerId] = useState(devicePreferences().speakerId);
  const [playing, setPlaying] = useState(false);
  const devices = useDevices('audiooutput', accessRound);
  const choose = (id: string) => {
    rememberDevices({ speakerId: id });
    setSpeakerId(id);
  };
  const test = async () => {
    setPlaying(true);
    await play('test', speakerId).finally(() => setPlaying(false));
  };
  return (
    <div className={classes.part}>
      <div className={classes.row}>
        <DevicePicker
          label={t('speaker')}
          icon={<IconVolume size={20} aria-hidden="true" />}
          devices={devices}
          value={speakerId}
          onChange={choose}
        />
        <Button variant="default" onClick={() => void test()} disabled={playing}>
          {t(playing ? 'testingSpeaker' : 'testSpeaker')}
        </Button>
      </div>
      <p className={classes.hint}>{t('speakerHint')}</p>
    </div>
  );
}

function OpenOnGrant() {
  const t = useTexts();
  return (
    <Checkbox
      label={t('openOnGrant')}
      description={t('openOnGrantHint')}
      defaultChecked={devicePreferences().openOnGrant ?? false}
      onChange={(event) => rememberDevices({ openOnGrant: event.currentTarget.checked })}
    />
  );
}
