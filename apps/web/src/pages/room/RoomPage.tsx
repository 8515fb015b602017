import type { Ticket } from '@diemcau/contracts/meetings/lobby';
import type { Room } from '@diemcau/contracts/meetings/rooms';
import { useEffect } from 'react';
import './room-styles';
import { useDarkPlace } from '../../app/dark-place';
import type { RoomEnding } from '../entry/flow';
import { RoomLayout } from './RoomLayout';
import { RoomProvider, useObserved } from './room-context';
import { endingOf } from './ending-of';
import { Joining } from './Joining';
import { useRoomFacts } from './use-room-facts';
import { useRoomSession } from './use-room-session';
import type { RoomSession } from '@diemcau/client/room/session';

interface Props {
  readonly room: Room;
  /** A fresh ticket each time; the same function for as long as it is the same person. */
  readonly ticket: () => Promise<Ticket>;
  readonly onEnded: (ending: RoomEnding) => void;
}

/** The live room, from the first join to the end. */
export function RoomPage({ room, ticket, onEnded }: Props) {
  useDarkPlace();
  const session = useRoomSession(room.id, ticket);
  return session ? <InSession session={session} room={room} onEnded={onEnded} /> : <Joining room={room} />;
}

function InSession({ session, room, onEnded }: Omit<Props, 'ticket'> & { session: RoomSession }) {
  const connection = useObserved(session.connection);
  const facts = useRoomFacts(room);
  useEffect(() => {
    if (connection.state === 'closed') onEnded(endingOf(connection));
  }, [connection, onEnded]);
  if (connection.state === 'connecting') return <Joining room={facts} />;
  return (
    <RoomProvider value={{ session, room: facts }}>
      <RoomLayout />
    </RoomProvider>
  );
}
