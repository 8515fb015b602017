import type { PeerView } from '@diemcau/contracts/media/room-state';
import { ActionIcon, Button, Menu } from '@mantine/core';
import IconDotsVertical from '@tabler/icons-react/dist/esm/icons/IconDotsVertical.mjs';
import IconHandOff from '@tabler/icons-react/dist/esm/icons/IconHandOff.mjs';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import IconUserX from '@tabler/icons-react/dist/esm/icons/IconUserX.mjs';
import { useState } from 'react';
import { useToast } from '../notices/toast-list';
import { useRoom } from '../room-context';
import { RemoveDialog } from './RemoveDialog';
import { useTexts } from './texts';

interface Props {
  readonly peer: PeerView;
  readonly hand: number;
  readonly heard: boolean;
}

/** What a host can do with somebody; the likeliest thing is a button of its own. */
export function PersonActions({ peer, hand, heard }: Props) {
  const t = useTexts();
  const toast = useToast();
  const { commands } = useRoom().session;
  const [removing, setRemoving] = useState(false);
  const presenter = peer.role === 'presenter';
  const act = (work: Promise<void>) => void work.catch(toast);
  const setRole = () => act(commands.setRole(peer.id, presenter ? 'participant' : 'presenter'));
  return (
    <>
      {(hand > 0 || presenter) && (
        <Button
          size="compact-sm"
          variant={presenter ? 'default' : 'filled'}
          aria-label={`${t(presenter ? 'takeBackShort' : 'grant')}: ${peer.name}`}
          onClick={setRole}
        >
          {t(presenter ? 'takeBackShort' : 'grantShort')}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" size="lg" aria-label={t('actionsFor', { name: peer.name })}>
            <IconDotsVertical size="1.2rem" aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={presenter ? <IconMicrophoneOff size="1.1em" /> : <IconMicrophone size="1.1em" />}
            onClick={setRole}
          >
            {t(presenter ? 'takeBack' : 'grant')}
          </Menu.Item>
          {heard && (
            <Menu.Item
              leftSection={<IconMicrophoneOff size="1.1em" />}
              onClick={() => act(commands.mute(peer.id))}
            >
              {t('mute')}
            </Menu.Item>
          )}
          {hand > 0 && (
            <Menu.Item
              leftSection={<IconHandOff size="1.1em" />}
              onClick={() => act(commands.lowerHand(peer.id))}
            >
              {t('lowerHand')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconUserX size="1.1em" />} onClick={() => setRemoving(true)}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RemoveDialog
        name={peer.name}
        opened={removing}
        onClose={() => setRemoving(false)}
        onRemove={() => act(commands.remove(peer.id))}
      />
    </>
  );
}
