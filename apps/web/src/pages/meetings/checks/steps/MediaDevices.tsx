import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { DevicePicker } from '../../../../devices/DevicePicker';
import { FaultNote } from '../../../../devices/FaultNote';
import { LevelMeter } from '../../../../devices/LevelMeter';
import { OwnPicture } from '../../../../devices/OwnPicture';
import { rememberDevices } from '../../../../devices/preferences';
import type { Captured } from '../../../../devices/use-capture';
import { useDevices } from '../../../../devices/use-devices';
import classes from './steps.module.css';
import { useTexts } from './texts';

interface Props {
  readonly microphone: Captured;
  readonly camera: Captured;
  /** The picture comes back from the server while it is measured: shown there, not here. */
  readonly measuring: boolean;
}

/** The room's microphone and camera: which ones, and whether the browser may use them. */
export function MediaDevices({ microphone, camera, measuring }: Props) {
  const t = useTexts();
  const microphones = useDevices('audioinput', microphone.track);
  const cameras = useDevices('videoinput', camera.track);
  return (
    <>
      {!measuring && (
        <div className={classes.frame}>
          {camera.track ? (
            <OwnPicture track={camera.track} label={t('ownPicture')} />
          ) : (
            <span role="status">{t(camera.opening ? 'opening' : 'noPicture')}</span>
          )}
        </div>
      )}
      {camera.fault && <FaultNote kind="camera" fault={camera.fault} onRetry={camera.reopen} />}
      {microphone.fault && (
        <FaultNote kind="microphone" fault={microphone.fault} onRetry={microphone.reopen} />
      )}
      <LevelMeter track={microphone.track} label={t('level')} />
      {!measuring && (
        <div className={classes.pickers}>
          <DevicePicker
            label={t('camera')}
            icon={<IconVideo size={20} aria-hidden="true" />}
            devices={cameras}
            value={camera.track?.getSettings().deviceId}
            onChange={(cameraId) => {
              rememberDevices({ cameraId });
              camera.reopen();
            }}
          />
          <DevicePicker
            label={t('microphone')}
            icon={<IconMicrophone size={20} aria-hidden="true" />}
            devices={microphones}
            value={microphone.track?.getSettings().deviceId}
            onChange={(microphoneId) => {
              rememberDevices({ microphoneId });
              microphone.reopen();
            }}
          />
        </div>
      )}
    </>
  );
}
