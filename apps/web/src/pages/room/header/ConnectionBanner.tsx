import { useEffect, useState } from 'react';
import { useOnline } from '../../../offline/use-online';
import { useObserved, useRoom } from '../room-context';
import classes from './header.module.css';
import { useTexts } from './texts';

/** A hiccup shorter than this is not worth a banner. */
const patienceMs = 1500;

/** While the room is lost: what happens, and that nothing needs to be done. */
export function ConnectionBanner() {
  const t = useTexts();
  const { session } = useRoom();
  const lost = useObserved(session.connection).state === 'reconnecting';
  const online = useOnline();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!lost) return;
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [lost]);
  if (!shown) return null;
  return (
    <div className={classes.banner} role="alert">
      {t(online ? 'lost' : 'offline')}
    </div>
  );
}
