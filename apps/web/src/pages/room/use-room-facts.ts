import type { Room } from '@diemcau/contracts/meetings/rooms';
import { useEffect, useState } from 'react';
import { live } from '../../api/live';

/** The room's name, lock and support contacts as they change. */
export function useRoomFacts(room: Room): Room {
  const [facts, setFacts] = useState(room);
  useEffect(
    () =>
      live().on('edge.roomChanged', (changed) => {
        setFacts((known) => (changed.id === known.id && changed.version >= known.version ? changed : known));
      }),
    [],
  );
  return facts;
}
