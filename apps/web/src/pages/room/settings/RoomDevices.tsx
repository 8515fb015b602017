import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import { useState } from 'react';
import { capture } from '../../../devices/capture';
import { DevicePicker } from '../../../devices/DevicePicker';
import { devicePreferences, rememberDevices } from '../../../devices/preferences';
import { speaker } from '../../../devices/speaker';
import { useTexts as useDeviceTexts } from '../../../devices/texts';
import { useDevices } from '../../../devices/use-devices';
import { useToast } from '../notices/toast-list';
import { useRoom } from '../room-context';

/** Another camera, microphone or loudspeaker; what is being sent changes over without a gap. */
export function RoomDevices() {
  const t = useDeviceTexts();
  const toast = useToast();
  const { sending } = useRoom().session.media;
  const [chosen, setChosen] = useState(devicePreferences);
  const cameras = useDevices('videoinput', null);
  const microphones = useDevices('audioinput', null);
  const speakers = useDevices('audiooutput', null);
  const choose = async (change: Partial<typeof chosen>, source?: 'camera' | 'microphone') => {
    rememberDevices(change);
    setChosen(devicePreferences());
    if (!source || !sending.own.get()[source]) return;
    try {
      await sending.replaceTrack(source, await capture(source));
    } catch (error) {
      toast(error);
    }
  };
  return (
    <>
      <DevicePicker
        label={t('camera')}
        icon={<IconVideo size="1.2rem" aria-hidden="true" />}
        devices={cameras}
        value={chosen.cameraId}
        onChange={(cameraId) => void choose({ cameraId }, 'camera')}
      />
      <DevicePicker
        label={t('microphone')}
        icon={<IconMicrophone size="1.2rem" aria-hidden="true" />}
        devices={microphones}
        value={chosen.microphoneId}
        onChange={(microphoneId) => void choose({ microphoneId }, 'microphone')}
      />
      <DevicePicker
        label={t('speaker')}
        icon={<IconVolume size="1.2rem" aria-hidden="true" />}
        devices={speakers}
        value={chosen.speakerId}
        onChange={(speakerId) => {
          speaker.set(speakerId);
          void choose({ speakerId });
        }}
      />
    </>
  );
}
