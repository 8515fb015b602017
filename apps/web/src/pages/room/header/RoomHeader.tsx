import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { LanguageSwitch } from '../../../i18n/LanguageSwitch';
import { useTitle } from '../../../parts/use-title';
import { useLobby } from '../lobby/lobby-context';
import { useRoom } from '../room-context';
import { Clock } from './Clock';
import { ConnectionState } from './ConnectionState';
import classes from './header.module.css';
import { RoleChip } from './RoleChip';
import { useTexts } from './texts';

export function RoomHeader() {
  const t = useTexts();
  const { room } = useRoom();
  const waiting = useLobby().waiting.length;
  useTitle(waiting > 0 ? t('titleKnocks', { n: waiting, room: room.name }) : room.name);
  return (
    <header className={classes.header}>
      <div className={classes.who}>
        <h1 className={classes.name}>{room.name}</h1>
        {room.locked && (
          <span className={classes.chip}>
            <IconLock size="1.05em" aria-hidden="true" />
            <span>{t('locked')}</span>
          </span>
        )}
      </div>
      <div className={classes.state}>
        <RoleChip />
        <ConnectionState />
        <span className={classes.language}>
          <LanguageSwitch />
        </span>
        <Clock />
      </div>
    </header>
  );
}
