import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamView, Tile } from '@diemcau/contracts/media/streams';
import type { Room } from '@diemcau/contracts/meetings/rooms';
import { Participant, type ParticipantOptions } from '@diemcau/testing/sim/participant';
import { serveParent } from '../processes/program.ts';
import { Edge } from './edge-calls.ts';

export interface JoinPlan {
  readonly url: string;
  readonly room: Pick<Room, 'id' | 'slug'>;
  readonly hostToken: string;
  readonly participants: number;
  readonly perSecond: number;
}

/** How long one participant needed from the moment it opened its socket, in ms. */
export interface Joined {
  /** Until it had its seat. */
  readonly seatMs: number;
  /** Until ICE, DTLS and the first wish were done. */
  readonly transportMs: number;
  /** Until the first media packet came. */
  readonly mediaMs: number;
}
export interface Joins {
  readonly joins: readonly Joined[];
  /** What went wrong for the others. */
  readonly failures: readonly string[];
  /** From the first socket to the last first packet. */
  readonly seconds: number;
}

const firstPacketWithinMs = 10_000;
const inside: Participant[] = [];

/** Everybody sees the speaker large, as in a meeting with one site on the stage. */
const stage = (streams: readonly StreamView[]): Tile[] =>
  streams
    .filter(({ source }) => source === 'camera')
    .map(({ peerId }) => ({ peerId, source: 'camera', width: 1280, height: 720 }));

/** One site with picture and sound, so that there is something to receive. */
async function speak(options: Pick<ParticipantOptions, 'url' | 'roomId' | 'ticket'>): Promise<void> {
  const speaker = await Participant.join(options);
  inside.push(speaker);
  const sender = await speaker.send();
  await sender.sendMicrophone();
  await sender.sendCamera();
}

/** Guests come at an even pace, however long those before them take: through the lobby, to the socket, to the media. */
async function join(plan: JoinPlan): Promise<Joins> {
  const startedAt = performance.now();
  const all = await Promise.allSettled(
    Array.from({ length: plan.participants }, async (_, i) => {
      await sleep((i * 1000) / plan.perSecond);
      return joinOne(plan, i);
    }),
  );
  return {
    joins: all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    failures: all.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])),
    seconds: (performance.now() - startedAt) / 1000,
  };
}

async function joinOne({ url, room, hostToken }: JoinPlan, index: number): Promise<Joined> {
  const ticket = await new Edge(url).ticketThroughLobby(room.slug, `Điểm cầu số ${index + 1}`, hostToken);
  const startedAt = performance.now();
  const participant = await Participant.join({ url, roomId: room.id, ticket, layout: stage });
  inside.push(participant);
  const seatMs = performance.now() - startedAt;
  const { counter } = await participant.receive();
  const transportMs = performance.now() - startedAt;
  const deadline = startedAt + firstPacketWithinMs;
  while (counter.arrivals.firstAt === null && performance.now() < deadline) await sleep(10);
  const { firstAt } = counter.arrivals;
  if (firstAt === null) throw new Error('no media packet came');
  return { seatMs, transportMs, mediaMs: firstAt - startedAt };
}

/** RTP packets that have come to the crowd so far, and how many got lost. */
function count(): { packets: number; lost: number; cpuSeconds: number } {
  const all = inside.flatMap(({ receiver }) => receiver?.counter.arrivals ?? []);
  const { user, system } = process.cpuUsage();
  return {
    packets: all.reduce((sum, { packets }) => sum + packets, 0),
    lost: all.reduce((sum, { lost }) => sum + lost, 0),
    cpuSeconds: (user + system) / 1e6,
  };
}

const program = { speak, join, count };
export type Crowd = typeof program;
serveParent(program);
