import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import { useToast } from '../notices/toast-list';
import { useMayProduce, useObserved, useRoom } from '../room-context';
import { ControlButton } from './ControlButton';
import { useTexts } from './texts';
import { useOwnDevices } from './use-own-devices';

export function MicrophoneButton() {
  const t = useTexts();
  const toast = useToast();
  const { session } = useRoom();
  const own = useObserved(session.media.sending.own).microphone;
  const mayProduce = useMayProduce();
  const { open, close } = useOwnDevices();
  const caption = t('microphone');
  if (!mayProduce) {
    const why = () => toast(t('noRight'));
    return (
      <ControlButton
        icon={<IconMicrophoneOff />}
        label={t('microphoneLocked')}
        caption={caption}
        look="locked"
        onClick={why}
      />
    );
  }
  const on = own?.mutedBy === null;
  return (
    <ControlButton
      icon={on ? <IconMicrophone /> : <IconMicrophoneOff />}
      label={t(on ? 'microphoneClose' : 'microphoneOpen')}
      caption={caption}
      look={on ? 'on' : 'off'}
      onClick={() => (on ? close('microphone') : void open('microphone'))}
    />
  );
}
