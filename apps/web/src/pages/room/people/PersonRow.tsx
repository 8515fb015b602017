import type { PeerView } from '@diemcau/contracts/media/room-state';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { Sign } from '../../../parts/Sign';
import { useIsHost, useObserved, useRoom } from '../room-context';
import classes from './people.module.css';
import { PersonActions } from './PersonActions';
import { useTexts } from './texts';

interface Props {
  readonly peer: PeerView;
  /** Place in the queue; 0 without a raised hand. */
  readonly hand: number;
}

export function PersonRow({ peer, hand }: Props) {
  const t = useTexts();
  const { session } = useRoom();
  const { streams, away } = useObserved(session.log.streams);
  const isHost = useIsHost();
  const mine = useObserved(session.peerId) === peer.id;
  const sends = (source: string) =>
    streams.some((one) => one.peerId === peer.id && one.source === source && !one.paused);
  const heard = sends('microphone');
  return (
    <li className={classes.person} data-hand={hand > 0 || undefined}>
      <div className={classes.about}>
        <p className={classes.name}>
          {peer.name}
          {mine && <span className={classes.you}> ({t('you')})</span>}
        </p>
        <p className={classes.facts}>
          <span data-role={peer.role}>{t(peer.role)}</span>
          {peer.unitName && peer.unitName !== peer.name && <span>{peer.unitName}</span>}
          {away.includes(peer.id) && <span className={classes.away}>{t('away')}</span>}
        </p>
      </div>
      {hand > 0 && (
        <span className={classes.hand}>
          <IconHandStop size="1.1em" aria-hidden="true" />
          <span className="visually-hidden">{t('handRaised')} </span>
          {hand}
        </span>
      )}
      <span className={classes.signs}>
        {sends('camera') && <Sign icon={IconVideo} words={t('cameraOn')} />}
        {heard ? (
          <Sign icon={IconMicrophone} words={t('microphoneOn')} className={classes.on} />
        ) : (
          <Sign icon={IconMicrophoneOff} words={t('microphoneOff')} />
        )}
      </span>
      {isHost && !mine && peer.role !== 'host' && <PersonActions peer={peer} hand={hand} heard={heard} />}
    </li>
  );
}
