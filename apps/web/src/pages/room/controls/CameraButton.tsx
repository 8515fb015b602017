import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import IconVideoOff from '@tabler/icons-react/dist/esm/icons/IconVideoOff.mjs';
import { useToast } from '../notices/toast-list';
import { useMayProduce, useObserved, useRoom } from '../room-context';
import { ControlButton } from './ControlButton';
import { useTexts } from './texts';
import { useOwnDevices } from './use-own-devices';

export function CameraButton() {
  const t = useTexts();
  const toast = useToast();
  const { session } = useRoom();
  const on = useObserved(session.media.sending.own).camera !== undefined;
  const mayProduce = useMayProduce();
  const { open, close } = useOwnDevices();
  const caption = t('camera');
  if (!mayProduce) {
    const why = () => toast(t('noRight'));
    return (
      <ControlButton
        icon={<IconVideoOff />}
        label={t('cameraLocked')}
        caption={caption}
        look="locked"
        onClick={why}
      />
    );
  }
  return (
    <ControlButton
      icon={on ? <IconVideo /> : <IconVideoOff />}
      label={t(on ? 'cameraClose' : 'cameraOpen')}
      caption={caption}
      look={on ? 'on' : 'off'}
      onClick={() => (on ? close('camera') : void open('camera'))}
    />
  );
}
