import { Button } from '@mantine/core';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import { setLock } from '../lobby/requests';
import { useToast } from '../notices/toast-list';
import { useRoom } from '../room-context';
import classes from './people.module.css';
import { useTexts } from './texts';

export function HostTools() {
  const t = useTexts();
  const toast = useToast();
  const { session, room } = useRoom();
  const muteAll = async () => {
    try {
      await session.commands.muteAll();
      toast(t('allMuted'));
    } catch (error) {
      toast(error);
    }
  };
  return (
    <div className={classes.tools}>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconMicrophoneOff size="1.15em" aria-hidden="true" />}
        onClick={() => void muteAll()}
      >
        {t('muteAll')}
      </Button>
      <Button
        size="sm"
        variant="default"
        leftSection={
          room.locked ? (
            <IconLockOpen size="1.15em" aria-hidden="true" />
          ) : (
            <IconLock size="1.15em" aria-hidden="true" />
          )
        }
        onClick={() => void setLock(room.id, !room.locked).catch(toast)}
      >
        {t(room.locked ? 'unlock' : 'lock')}
      </Button>
    </div>
  );
}
