import { Problem } from '@diemcau/client/problem';
import type { Room } from '@diemcau/contracts/meetings/rooms';
import { useCallback, useEffect, useReducer, useState } from 'react';
import { type Flow, flowAfter, type RoomEnding } from './flow';
import { markInRoom, wasInRoom } from './in-room';
import { askToEnter, guestTicket, memberTicket, withdrawEntry } from './queries';
import { forgetEntry, savedEntry, saveEntry } from './saved-entry';

/** Where a tab begins: at the name, or back inside after a reload. */
function startOf(slug: string): Flow {
  const entry = savedEntry(slug);
  const inside = wasInRoom(slug);
  const back = inside === 'member' || (inside === 'guest' && entry !== null);
  const name = { fullName: entry?.fullName ?? '' };
  return {
    stage: back ? { at: 'room' } : { at: 'name', refusal: null },
    name,
    as: back ? inside : null,
    entry,
  };
}

/** The way into one room: what stage it is at and what can be done there. */
export function useEntry(room: Room) {
  const { slug, id } = room;
  const [flow, go] = useReducer(flowAfter, slug, startOf);
  const [asking, setAsking] = useState(false);
  const { entry, name, stage } = flow;
  const member = flow.as === 'member';

  useEffect(() => {
    if (stage.at === 'room') markInRoom(slug, member ? 'member' : 'guest');
    else markInRoom(slug, null);
  }, [slug, stage.at, member]);

  /** Sends the request to enter; a name the room does not take leads back to the name. */
  const ask = async (lineTestId?: string) => {
    setAsking(true);
    try {
      const asked = await askToEnter({ slug, ...name, ...(lineTestId && { lineTestId }) });
      saveEntry(slug, asked);
      go({ type: 'asked', entry: asked });
    } catch (error) {
      const problem = error instanceof Problem ? error : null;
      if (problem?.status === 422) go({ type: 'nameRefused', refusal: problem.title });
      else go({ type: 'askFailed', problem: problem?.title ?? '' });
    } finally {
      setAsking(false);
    }
  };

  const toLobbyOrRoom = async (lineTestId?: string) => {
    // A member, or a guest who was admitted before, need not knock.
    if (member || entry) go({ type: 'toRoom' });
    else await ask(lineTestId);
  };

  const startOver = useCallback(() => {
    forgetEntry(slug);
    go({ type: 'toName' });
  }, [slug]);

  const withdraw = async () => {
    if (entry) await withdrawEntry(entry).catch(() => undefined);
    startOver();
  };

  const ticket = useCallback(() => {
    if (member || !entry) return memberTicket(id);
    return guestTicket(entry);
  }, [member, entry, id]);

  const admitted = useCallback(() => go({ type: 'toRoom' }), []);
  const ended = useCallback((ending: RoomEnding) => go({ type: 'ended', ending }), []);

  return { flow, go, asking, toLobbyOrRoom, startOver, withdraw, ticket, admitted, ended };
}
