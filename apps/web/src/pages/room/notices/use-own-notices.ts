import { useEffect } from 'react';
import { useObserved, useRoom } from '../room-context';
import { useToast } from './toast-list';
import { useTexts } from './texts';

/** Says what others did to one's own place in the room. */
export function useOwnNotices(): void {
  const t = useTexts();
  const toast = useToast();
  const told = useObserved(useRoom().session.notice);
  useEffect(() => {
    switch (told?.notice) {
      case 'takenBack':
        return toast(t('takenBack'), 'warning');
      case 'mutedByHost':
        return toast(t('mutedByHost'), 'warning');
      case 'handLowered':
        return toast(t('handLowered'));
      case 'granted': // has a card of its own
      case undefined:
    }
  }, [told, toast, t]);
}
