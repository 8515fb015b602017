import { useEffect, useState } from 'react';
import { useTexts } from '../texts';

/** Minutes and seconds since an instant; the clock is not read aloud. */
export function WaitingTime({ since }: { since: string }) {
  const t = useTexts();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - Date.parse(since)) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p style={{ margin: 0 }} aria-live="off">
      {t('lobbySince', { time })}
    </p>
  );
}
