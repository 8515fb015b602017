import { Button } from '@mantine/core';
import IconBellRinging from '@tabler/icons-react/dist/esm/icons/IconBellRinging.mjs';
import { useState } from 'react';
import { useRoom } from '../room-context';
import { useToast } from '../notices/toast-list';
import { KnockCard } from './KnockCard';
import classes from './lobby.module.css';
import { useLobby } from './lobby-context';
import { admitInvited } from './requests';
import { useTexts } from './texts';

/** For hosts: who asks to enter, and the answer. */
export function Knocks() {
  const t = useTexts();
  const toast = useToast();
  const { room } = useRoom();
  const { waiting } = useLobby();
  const admitAll = async () => {
    try {
      const { admitted } = await admitInvited(room.id);
      toast(t('admittedMany', { n: admitted }));
    } catch (error) {
      toast(error);
    }
  };
  return (
    <section className={classes.knocks} aria-label={t('lobby')}>
      <h3 className={classes.heading}>{t('waiting', { n: waiting.length })}</h3>
      <AllowNotices />
      {waiting.length === 0 && <p className={classes.none}>{t('none')}</p>}
      {waiting.some(({ unitId, duplicateOf }) => unitId && !duplicateOf) && (
        <Button variant="default" fullWidth onClick={() => void admitAll()}>
          {t('admitInvited')}
        </Button>
      )}
      <ul className={classes.list}>
        {waiting.map((entry) => (
          <KnockCard key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

/** Asked for with a press, as browsers want it, and only while it is undecided. */
function AllowNotices() {
  const t = useTexts();
  const [state, setState] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  if (state !== 'default') return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconBellRinging size="1.1em" aria-hidden="true" />}
      onClick={() => void Notification.requestPermission().then(setState)}
    >
      {t('allowNotices')}
    </Button>
  );
}
