import { Receiver } from '@diemcau/testing/sim/receiver';
import { Sender } from '@diemcau/testing/sim/sender';
import { serveParent } from '../processes/program.ts';
import { BareDoor } from './bare-door.ts';
import type { Door, Entered } from './entering.ts';
import { HouseDoor } from './house-door.ts';
import type { PeerPlan, RoomPlan } from './plan.ts';

/** How to reach the SFU under load. */
export type DoorPlan =
  { readonly kind: 'house'; readonly ticketSecret: string } | { readonly kind: 'bare'; readonly url: string };

export interface Counts {
  /** RTP packets that came to the viewers, and their bytes of UDP payload. */
  readonly packets: number;
  readonly bytes: number;
  readonly lost: number;
  /** Of this process. */
  readonly cpuSeconds: number;
}

/** Participants that enter at the same time. */
const atOnce = 8;
const receivers: Receiver[] = [];

async function inGroups<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Fills the room: first all who send, then all who watch. */
async function fill({ door, plan }: { door: DoorPlan; plan: RoomPlan }): Promise<void> {
  const entrance: Door =
    door.kind === 'house' ? await HouseDoor.open(plan.roomId, door.ticketSecret) : new BareDoor(door.url);
  const inside = new Map<PeerPlan, Entered>();
  await inGroups(plan.peers, async (peer) => {
    const entered = await entrance.enter(peer.id);
    inside.set(peer, entered);
    await send(peer, entered);
  });
  await inGroups([...inside], async ([{ tiles }, { calls }]) => {
    if (tiles) receivers.push(await Receiver.open(calls, tiles));
  });
}

async function send({ camera, microphone }: PeerPlan, { calls, onWishes }: Entered): Promise<void> {
  if (!camera && !microphone) return;
  const sender = await Sender.open(calls);
  onWishes((wishes) => sender.limit(wishes));
  if (microphone) await sender.sendMicrophone(microphone);
  if (camera) await sender.sendCamera(camera);
}

function count(): Counts {
  const all = receivers.map(({ counter }) => counter.arrivals);
  const { user, system } = process.cpuUsage();
  return {
    packets: all.reduce((sum, { packets }) => sum + packets, 0),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    lost: all.reduce((sum, { lost }) => sum + lost, 0),
    cpuSeconds: (user + system) / 1e6,
  };
}

const program = { fill, count };
export type Load = typeof program;
serveParent(program);
