import type { ChatLine } from '@diemcau/contracts/media/room-state';
import { currentLanguage } from '../../../i18n/language';
import { useObserved, useRoom } from '../room-context';
import classes from './chat.module.css';

export function ChatLineView({ line }: { line: ChatLine }) {
  const mine = useObserved(useRoom().session.peerId) === line.peerId;
  const at = new Date(line.at).toLocaleTimeString(currentLanguage(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return (
    <article className={classes.line} data-mine={mine || undefined}>
      <p className={classes.by}>
        <strong>{line.name}</strong> <time dateTime={line.at}>{at}</time>
      </p>
      <p className={classes.text}>{line.text}</p>
    </article>
  );
}
