import { descendantsOf } from '@diemcau/infra/process-identity';
import type { System } from '@diemcau/infra/system';
import { cpuSeconds, family, memoryBytes } from '../measure/processes.ts';

export const parts = ['gateway', 'meetings', 'media', 'mediasoup workers', 'nats', 'postgres'] as const;
export type Part = (typeof parts)[number];

/** Of each part of the server, in total so far or at this moment. */
export type Reading = Record<Part, { readonly cpuSeconds: number; readonly bytes: number }>;

/** The processes are looked up anew each time: PostgreSQL has one for each connection. */
export function readHouse(house: System): Reading {
  const pid = (name: string): number => house.process(name).pid;
  const pids: Record<Part, number[]> = {
    gateway: [pid('gateway')],
    meetings: [pid('meetings')],
    media: [pid('media')],
    'mediasoup workers': descendantsOf(pid('media')),
    nats: [pid('nats')],
    postgres: family(pid('postgres')),
  };
  const entries = parts.map((part) => [
    part,
    { cpuSeconds: cpuSeconds(pids[part]), bytes: memoryBytes(pids[part]) },
  ]);
  return Object.fromEntries(entries) as Reading;
}

export const cpuBetween = (start: Reading, end: Reading, part: Part): number =>
  end[part].cpuSeconds - start[part].cpuSeconds;
