import { useEffect, useState } from 'react';
import { currentLanguage } from '../../../i18n/language';
import classes from './header.module.css';

/** The hour on the wall: 24-hour clock, in the zone of the meeting. */
export function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5000);
    return () => clearInterval(timer);
  }, []);
  const words = now.toLocaleTimeString(currentLanguage(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return (
    <time className={classes.clock} dateTime={now.toISOString()}>
      {words}
    </time>
  );
}
