import { useMayProduce, useMe, useObserved, useRoom, useRoomState } from '../room-context';
import classes from './controls.module.css';
import { useTexts } from './texts';

/** In words, always: muted by me, by the host, no right yet, number in the queue. */
export function OwnState() {
  const t = useTexts();
  const { session } = useRoom();
  const { hands } = useRoomState();
  const me = useMe();
  const mayProduce = useMayProduce();
  const { microphone } = useObserved(session.media.sending.own);
  const place = me ? hands.indexOf(me.id) + 1 : 0;
  const words = () => {
    if (place > 0) return t('queue', { n: place });
    if (!mayProduce) return t('stateNoRight');
    if (!microphone || microphone.mutedBy === 'me') return t('stateMutedByMe');
    return t(microphone.mutedBy === 'host' ? 'stateMutedByHost' : 'stateHeard');
  };
  return (
    <p
      className={classes.state}
      role="status"
      data-heard={(mayProduce && microphone?.mutedBy === null) || undefined}
    >
      {words()}
    </p>
  );
}
