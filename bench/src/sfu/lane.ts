import { Child } from '../processes/child.ts';
import type { BareSfu } from './bare-sfu.ts';
import type { DoorPlan, Load } from './load.ts';
import type { RoomPlan } from './plan.ts';

/** One SFU under load beside another: its processes, and the process that loads it. */
export interface Lane {
  readonly name: string;
  readonly plan: RoomPlan;
  readonly pid: number;
  readonly load: Child<Load>;
  stop(): Promise<void>;
}

/** Our media service, and how to reach it. */
export interface MediaUnderTest {
  readonly pid: number;
  readonly natsUrl: string;
  readonly ticketSecret: string;
}

export async function houseLane(
  { pid, natsUrl, ticketSecret }: MediaUnderTest,
  plan: RoomPlan,
): Promise<Lane> {
  const load = await loaded({ kind: 'house', ticketSecret }, plan, { NATS_URL: natsUrl });
  return { name: 'ours', plan, pid, load, stop: () => load.stop() };
}

export async function bareLane(plan: RoomPlan): Promise<Lane> {
  const sfu = await Child.start<BareSfu>('sfu/bare-sfu.ts');
  const { url } = await sfu.ask('start', undefined);
  const load = await loaded({ kind: 'bare', url }, plan);
  const stop = async (): Promise<void> => {
    await load.stop();
    await sfu.stop();
  };
  return { name: 'bare mediasoup', plan, pid: sfu.pid, load, stop };
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
