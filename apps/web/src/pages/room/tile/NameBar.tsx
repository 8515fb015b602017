import type { PeerView } from '@diemcau/contracts/media/room-state';
import type { Tile } from '@diemcau/contracts/media/streams';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import IconScreenShare from '@tabler/icons-react/dist/esm/icons/IconScreenShare.mjs';
import { Sign } from '../../../parts/Sign';
import { useObserved, useRoom, useRoomState } from '../room-context';
import { useTexts } from './texts';
import classes from './tile.module.css';

interface Props {
  readonly peer: PeerView;
  readonly source: Tile['source'];
}

/** Name and state of a tile, in words for those who do not see the signs. */
export function NameBar({ peer, source }: Props) {
  const t = useTexts();
  const { session } = useRoom();
  const { streams, away } = useObserved(session.log.streams);
  const { speaker } = useObserved(session.speaking);
  const { hands } = useRoomState();
  const mine = useObserved(session.peerId) === peer.id;
  const sounds = streams.some((one) => one.peerId === peer.id && one.source === 'microphone' && !one.paused);
  const hand = hands.indexOf(peer.id) + 1;
  const speaking = sounds && speaker === peer.id;
  return (
    <>
      {speaking && source === 'camera' && <span className={classes.speaking} />}
      {away.includes(peer.id) && <span className={classes.away}>{t('away')}</span>}
      {hand > 0 && (
        <span className={classes.hand}>
          <IconHandStop size="1.1em" aria-hidden="true" />
          <span className="visually-hidden">{t('handRaised')}</span>
          {hand}
        </span>
      )}
      <span className={classes.name}>
        {source === 'screen' && <Sign icon={IconScreenShare} words={t('screen')} />}
        {source === 'camera' && sounds && (
          <Sign icon={IconMicrophone} words={t(speaking ? 'speaking' : 'microphoneOn')} />
        )}
        {source === 'camera' && !sounds && <Sign icon={IconMicrophoneOff} words={t('microphoneOff')} />}
        <span className={classes.nameText}>{mine ? t('you', { name: peer.name }) : peer.name}</span>
      </span>
    </>
  );
}
