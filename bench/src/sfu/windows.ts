import { setTimeout as sleep } from 'node:timers/promises';
import { descendantsOf } from '@diemcau/infra/process-identity';
import { cpuSeconds } from '../measure/processes.ts';
import { median } from '../measure/statistics.ts';
import type { Lane } from './lane.ts';
import type { Counts } from './load.ts';
import { plannedPackets } from './plan.ts';

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

export const perCpuSecond = ({ packetsPerSecond, cores }: Window): number => packetsPerSecond / cores;

/** The middle of the windows, figure by figure. */
export const middle = (windows: readonly Window[], of: (window: Window) => number): number =>
  median(windows.map(of));

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

/** A lane that got fewer of its planned packets waited for its core, one that got more makes up for it: neither is its cost. */
const tolerance = 0.03;

export interface Watched {
  /** Of each lane, the same moments: those in which all were carried, or all when there was none. */
  readonly windows: Window[][];
  readonly carried: boolean;
}

/**
 * All lanes in the same windows, so that whatever else the machine does hits them alike.
 * @param windows that are wanted with every lane carried; up to twice as many are looked at
 */
export async function watchLanes(
  lanes: readonly Lane[],
  { windows, windowMs }: { windows: number; windowMs: number },
): Promise<Watched> {
  const planned = lanes.map(({ plan }) => plannedPackets(plan));
  const all: Window[][] = [];
  let good: Window[][] = [];
  let before = await Promise.all(lanes.map(read));
  while (good.length < windows && all.length < 2 * windows) {
    await sleep(windowMs);
    const after = await Promise.all(lanes.map(read));
    all.push(after.map((end, lane) => between(before[lane] ?? end, end)));
    before = after;
    good = all.filter((moment) =>
      moment.every(
        ({ packetsPerSecond }, lane) => Math.abs(packetsPerSecond / (planned[lane] ?? 0) - 1) <= tolerance,
      ),
    );
  }
  const kept = good.length > 0 ? good : all;
  return {
    windows: lanes.map((_, lane) => kept.flatMap((moment) => moment[lane] ?? [])),
    carried: good.length > 0,
  };
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
