import { streamKey } from '@diemcau/client/room/receiving';
import type { PeerView } from '@diemcau/contracts/media/room-state';
import type { Tile } from '@diemcau/contracts/media/streams';
import { useRef } from 'react';
import { useObserved, useRoom } from '../room-context';
import { NameBar } from './NameBar';
import { Picture } from './Picture';
import classes from './tile.module.css';
import { initialsOf } from './initials';
import { useTile } from './use-tile';

interface Props {
  readonly peer: PeerView;
  readonly source?: Tile['source'];
  readonly large?: boolean;
}

/** Somebody's picture, or who they are while there is none. */
export function PeerTile({ peer, source = 'camera', large = false }: Props) {
  const { session } = useRoom();
  const mine = useObserved(session.peerId) === peer.id;
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} className={classes.tile} data-large={large || undefined} data-peer={peer.id}>
      {mine ? (
        <OwnPictureOf source={source} peer={peer} />
      ) : (
        <RemotePictureOf source={source} peer={peer} place={place} />
      )}
      <NameBar peer={peer} source={source} />
    </div>
  );
}

interface PictureProps {
  readonly peer: PeerView;
  readonly source: Tile['source'];
}

function OwnPictureOf({ source, peer }: PictureProps) {
  const { session } = useRoom();
  const own = useObserved(session.media.sending.own)[source];
  if (!own) return <Initials name={peer.name} />;
  return <Picture track={own.track} mirrored={source === 'camera'} whole={source === 'screen'} />;
}

function RemotePictureOf({
  source,
  peer,
  place,
}: PictureProps & { place: React.RefObject<HTMLDivElement | null> }) {
  const { session } = useRoom();
  useTile(place, peer.id, source);
  const stream = useObserved(session.media.receiving.streams).get(streamKey(peer.id, source));
  const sent = useObserved(session.log.streams).streams.some(
    (one) => one.peerId === peer.id && one.source === source && !one.paused,
  );
  if (!stream || !sent) return <Initials name={peer.name} />;
  return <Picture track={stream.track} whole={source === 'screen'} />;
}

function Initials({ name }: { name: string }) {
  return (
    <span className={classes.initials} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
