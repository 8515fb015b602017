import IconScreenShare from '@tabler/icons-react/dist/esm/icons/IconScreenShare.mjs';
import IconScreenShareOff from '@tabler/icons-react/dist/esm/icons/IconScreenShareOff.mjs';
import { useMayProduce, useObserved, useRoom } from '../room-context';
import { ControlButton } from './ControlButton';
import { useTexts } from './texts';
import { useOwnDevices } from './use-own-devices';

/** Phones have no screen to share; there the button is not shown. */
const canShare = (): boolean => isSecureContext && 'getDisplayMedia' in (navigator.mediaDevices ?? {});

export function ScreenButton() {
  const t = useTexts();
  const { session } = useRoom();
  const on = useObserved(session.media.sending.own).screen !== undefined;
  const mayProduce = useMayProduce();
  const { shareScreen, close } = useOwnDevices();
  if (!mayProduce || !canShare()) return null;
  return (
    <ControlButton
      icon={on ? <IconScreenShareOff /> : <IconScreenShare />}
      label={t(on ? 'screenClose' : 'screenOpen')}
      caption={t('screen')}
      look={on ? 'on' : 'plain'}
      onClick={() => (on ? close('screen') : void shareScreen())}
    />
  );
}
