import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import { useToast } from '../notices/toast-list';
import { useMe, useRoom, useRoomState } from '../room-context';
import { ControlButton } from './ControlButton';
import { useTexts } from './texts';

/** Registers to speak (HB-9.1c); a host has the floor anyway. */
export function HandButton() {
  const t = useTexts();
  const toast = useToast();
  const { session } = useRoom();
  const { hands } = useRoomState();
  const me = useMe();
  if (!me || me.role === 'host') return null;
  const raised = hands.includes(me.id);
  return (
    <ControlButton
      icon={<IconHandStop />}
      label={t(raised ? 'handDown' : 'handUp')}
      caption={t(raised ? 'handDownCaption' : 'handUpCaption')}
      look={raised ? 'on' : 'plain'}
      pressed={raised}
      onClick={() => void session.commands.raiseHand(!raised).catch(toast)}
    />
  );
}
