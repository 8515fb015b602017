import type { PictureFound } from '@diemcau/contracts/meetings/checks-test';
import { Checkbox } from '@mantine/core';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { useEffect } from 'react';
import { DevicePicker } from '../../../../devices/DevicePicker';
import { FaultNote } from '../../../../devices/FaultNote';
import { OwnPicture } from '../../../../devices/OwnPicture';
import { rememberDevices } from '../../../../devices/preferences';
import { useCapture } from '../../../../devices/use-capture';
import { useDevices } from '../../../../devices/use-devices';
import classes from './steps.module.css';
import { useTexts } from './texts';

interface Props {
  readonly found: PictureFound;
  readonly onChange: (found: PictureFound) => void;
}

/** The room's camera, and how many pixels it gives. */
export function PictureStep({ found, onChange }: Props) {
  const t = useTexts();
  const { track, fault, opening, reopen } = useCapture('camera');
  const devices = useDevices('videoinput', track);
  const { width = 0, height = 0 } = track?.getSettings() ?? {};
  useEffect(() => {
    if (track && (found.width !== width || found.height !== height)) onChange({ ...found, width, height });
  }, [track, width, height, found, onChange]);
  return (
    <>
      <p>{t('pictureIntro')}</p>
      <div className={classes.frame}>
        {track ? (
          <OwnPicture track={track} label={t('ownPicture')} />
        ) : (
          <span role="status">{t(opening ? 'opening' : 'noPicture')}</span>
        )}
      </div>
      {fault && <FaultNote kind="camera" fault={fault} onRetry={reopen} />}
      {track && <p>{t('size', { width, height })}</p>}
      <DevicePicker
        label={t('camera')}
        icon={<IconVideo size={20} aria-hidden="true" />}
        devices={devices}
        value={track?.getSettings().deviceId}
        onChange={(cameraId) => {
          rememberDevices({ cameraId });
          reopen();
        }}
      />
      <Checkbox
        label={t('pictureSeen')}
        checked={found.seen}
        disabled={!track}
        onChange={(event) => onChange({ ...found, seen: event.currentTarget.checked })}
      />
    </>
  );
}
