import type { LobbyEntry } from '@diemcau/contracts/meetings/lobby';
import { useEffect, useRef } from 'react';
import { devicePreferences } from '../../../devices/preferences';
import { play } from '../../../devices/sounds';
import { useTexts } from './texts';

/** A knock is heard at once, and seen outside the browser while the tab is in the background. */
export function useKnockAlarm(waiting: readonly LobbyEntry[], roomName: string): void {
  const t = useTexts();
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const fresh = waiting.filter(({ id }) => !known.current.has(id));
    known.current = new Set(waiting.map(({ id }) => id));
    if (fresh.length === 0) return;
    void play('knock', devicePreferences().speakerId).catch(() => undefined);
    if (document.hidden)
      notify(roomName, t('knock', { names: fresh.map(({ fullName }) => fullName).join(', ') }));
  }, [waiting, roomName, t]);
}

function notify(title: string, body: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const notification = new Notification(title, { body, tag: 'diemcau-knock', icon: '/icon-192.png' });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
    });
  } catch {
    // Android's browsers allow it from service workers only; the sound and the title remain.
  }
}
