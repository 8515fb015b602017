import { setTimeout as sleep } from 'node:timers/promises';
import { descendantsOf } from '@diemcau/infra/process-identity';
import { cpuSeconds } from '../measure/processes.ts';
import { median } from '../measure/statistics.ts';
import { Child } from '../processes/child.ts';
import type { BareSfu } from './bare-sfu.ts';
import type { Counts, DoorPlan, Load } from './load.ts';
import type { RoomPlan } from './plan.ts';

/** What an SFU did in one window. */
export interface Window {
  readonly packetsPerSecond: number;
  readonly bytesPerSecond: number;
  /** Cores that the SFU kept busy: its mediasoup worker, the Node process that leads it, both. */
  readonly workerCores: number;
  readonly nodeCores: number;
  readonly cores: number;
  /** Cores of the load generator, which are not the SFU's. */
  readonly generatorCores: number;
  /** Share of the packets. */
  readonly lost: number;
}

/** One SFU under load beside another: its processes, and the process that loads it. */
export interface Lane {
  readonly name: string;
  readonly pid: number;
  readonly load: Child<Load>;
  stop(): Promise<void>;
}

/** A room of ours in the media service with this pid. */
export async function houseLane(
  pid: number,
  natsUrl: string,
  ticketSecret: string,
  plan: RoomPlan,
): Promise<Lane> {
  const load = await loaded({ kind: 'house', ticketSecret }, plan, { NATS_URL: natsUrl });
  return { name: 'ours', pid, load, stop: () => load.stop() };
}

export async function bareLane(plan: RoomPlan): Promise<Lane> {
  const sfu = await Child.start<BareSfu>('sfu/bare-sfu.ts');
  const { url } = await sfu.ask('start', undefined);
  const load = await loaded({ kind: 'bare', url }, plan);
  const stop = async (): Promise<void> => {
    await load.stop();
    await sfu.stop();
  };
  return { name: 'bare mediasoup', pid: sfu.pid, load, stop };
}

async function loaded(
  door: DoorPlan,
  plan: RoomPlan,
  env: Record<string, string> = {},
): Promise<Child<Load>> {
  const load = await Child.start<Load>('sfu/load.ts', env);
  await load.ask('fill', { door, plan });
  return load;
}

interface Reading extends Counts {
  readonly at: number;
  readonly workerCpu: number;
  readonly nodeCpu: number;
}

async function read({ pid, load }: Lane): Promise<Reading> {
  const counts = await load.ask('count', undefined);
  return {
    ...counts,
    at: performance.now(),
    workerCpu: cpuSeconds(descendantsOf(pid)),
    nodeCpu: cpuSeconds([pid]),
  };
}

/** All lanes in the same windows, so that whatever else the machine does hits them alike. */
export async function watchLanes(
  lanes: readonly Lane[],
  { windows, windowMs }: { windows: number; windowMs: number },
): Promise<Window[][]> {
  const seen: Window[][] = lanes.map(() => []);
  let before = await Promise.all(lanes.map(read));
  for (let i = 0; i < windows; i += 1) {
    await sleep(windowMs);
    const after = await Promise.all(lanes.map(read));
    after.forEach((end, lane) => seen[lane]?.push(between(before[lane] ?? end, end)));
    before = after;
  }
  return seen;
}

function between(start: Reading, end: Reading): Window {
  const seconds = (end.at - start.at) / 1000;
  const packets = end.packets - start.packets;
  const workerCores = (end.workerCpu - start.workerCpu) / seconds;
  const nodeCores = (end.nodeCpu - start.nodeCpu) / seconds;
  return {
    packetsPerSecond: packets / seconds,
    bytesPerSecond: (end.bytes - start.bytes) / seconds,
    workerCores,
    nodeCores,
    cores: workerCores + nodeCores,
    generatorCores: (end.cpuSeconds - start.cpuSeconds) / seconds,
    lost: (end.lost - start.lost) / Math.max(1, packets),
  };
}

/** The middle of the windows, figure by figure. */
export const middle = (windows: readonly Window[], of: (window: Window) => number): number =>
  median(windows.map(of));
