import { Button } from '@mantine/core';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { useEffect, useState } from 'react';
import { devicePreferences } from '../../../devices/preferences';
import { useOwnDevices } from '../controls/use-own-devices';
import { useMayProduce, useObserved, useRoom } from '../room-context';
import classes from './notices.module.css';
import { useTexts } from './texts';
import { useOwnNotices } from './use-own-notices';

/** The floor has been given: one press opens microphone and camera, or they open by themselves where that was chosen. */
export function GrantedCard() {
  const t = useTexts();
  useOwnNotices();
  const told = useObserved(useRoom().session.notice);
  const mayProduce = useMayProduce();
  const { open } = useOwnDevices();
  const [answered, setAnswered] = useState<typeof told>(null);
  const granted = told?.notice === 'granted';
  const [byItself] = useState(() => devicePreferences().openOnGrant === true);
  useEffect(() => {
    if (!granted || !byItself) return;
    void open('microphone');
    void open('camera');
    // `told` is new with each grant.
  }, [told, granted, byItself, open]);
  if (!granted || byItself || answered === told || !mayProduce) return null;
  const answer = (...wanted: ('microphone' | 'camera')[]) => {
    setAnswered(told);
    for (const device of wanted) void open(device);
  };
  return (
    <section className={classes.granted} role="alertdialog" aria-labelledby="granted">
      <p id="granted" className={classes.grantedTitle}>
        {t('granted')}
      </p>
      <div className={classes.grantedActions}>
        <Button
          leftSection={<IconVideo size="1.2em" aria-hidden="true" />}
          onClick={() => answer('microphone', 'camera')}
        >
          {t('openBoth')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconMicrophone size="1.2em" aria-hidden="true" />}
          onClick={() => answer('microphone')}
        >
          {t('openMicrophone')}
        </Button>
        <Button variant="subtle" onClick={() => answer()}>
          {t('later')}
        </Button>
      </div>
    </section>
  );
}
