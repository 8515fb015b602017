import { applyChange, emptyRoom, type RoomChange, type RoomState } from '@diemcau/contracts/media/room-state';
import type { RoomEvent } from '@diemcau/contracts/media/room';
import { RoomLog } from './room-log.js';

const streams = { version: 0, streams: [], away: [] };
const at = '2026-01-01T00:00:00Z';
const said = (version: number): RoomEvent => {
  const line = { id: String(version), peerId: 'p', name: 'p', text: String(version), at };
  return { version, at, change: { type: 'said', line } };
};
const events = Array.from({ length: 60 }, (_, i) => said(i + 1));
const fold = (log: readonly RoomEvent[]): RoomState =>
  log.reduce<RoomState>((state, { change }) => applyChange(state, change), emptyRoom);
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** The same numbers each run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

test('whatever is lost, doubled or late, the client arrives at the server’s state, each change told once', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const roll = dice(seed);
    const told: RoomChange[] = [];
    const log = new RoomLog(
      async (since) => ({ snapshot: null, events: events.slice(since), streams }),
      (change) => told.push(change),
    );
    const heard = events.flatMap((event) => (roll() < 0.3 ? [] : roll() < 0.2 ? [event, event] : [event]));
    for (const event of heard.sort(() => roll() - 0.5)) log.event(event);
    await settled();
    log.serverIsAt(events.length, 0);
    await settled();
    expect(log.room.get()).toEqual(fold(events));
    expect(told).toEqual(events.map(({ change }) => change));
  }
});

test('a failed request for what was missed leaves the state alone and is made again', async () => {
  let fails = true;
  const log = new RoomLog(
    async (since) => {
      if (fails) throw new Error('the socket is down');
      return { snapshot: null, events: events.slice(since), streams };
    },
    () => undefined,
  );
  log.event(said(5));
  await settled();
  expect(log.version).toBe(0);
  fails = false;
  log.serverIsAt(5, 0);
  await settled();
  expect(log.version).toBe(60);
});
