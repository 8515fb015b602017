import type { ReceivedPicture } from '@diemcau/contracts/media/mirror-figures';
import type { types } from 'mediasoup';

type Received = Pick<ReceivedPicture, 'packets' | 'lossPercent' | 'jitterMs' | 'kbps' | 'score'>;

const clockRates = { audio: 48_000, video: 90_000 } as const;
const between = (low: number, high: number, value: number): number => Math.min(high, Math.max(low, value));

/**
 * The SFU's own counting of one producer, all its streams together.
 * @param sinceMs how long it has been there: the last second alone would judge a line by one hiccup
 */
export async function receivedOf(producer: types.Producer, sinceMs: number): Promise<Received> {
  const streams = await producer.getStats();
  const sum = (of: (stream: types.ProducerStat) => number) =>
    streams.reduce((total, stream) => total + of(stream), 0);
  const packets = sum(({ packetCount }) => packetCount);
  const lost = Math.max(
    0,
    sum(({ packetsLost }) => packetsLost),
  );
  // mediasoup counts jitter in ticks of the codec's clock.
  const ticks = Math.max(0, ...streams.map(({ jitter }) => jitter));
  return {
    packets: between(0, 1_000_000, packets),
    lossPercent: packets + lost > 0 ? (100 * lost) / (packets + lost) : 0,
    jitterMs: between(0, 60_000, (1000 * ticks) / clockRates[producer.kind]),
    kbps: between(0, 100_000, (8 * sum(({ byteCount }) => byteCount)) / Math.max(1, sinceMs)),
    score: between(0, 10, Math.max(0, ...producer.score.map(({ score }) => score))),
  };
}
