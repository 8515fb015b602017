import type { Verdict } from '@diemcau/contracts/media/line';

interface Measured {
  readonly upMbps: number;
  readonly downMbps: number;
  readonly roundTripMs: number;
  readonly lossPercent: number;
  readonly requiredMbps: number;
}

/** Below this sound itself breaks: Opus needs some 50 kbit/s, a small picture 150. */
const unusable = { upMbps: 0.3, downMbps: 0.5, lossPercent: 10, roundTripMs: 1000 };
/** ITU-T G.114: conversation suffers above 150 ms one way. */
const comfortable = { lossPercent: 2, roundTripMs: 300 };

/** TM-1b. */
export function verdictOn({ upMbps, downMbps, roundTripMs, lossPercent, requiredMbps }: Measured): Verdict {
  const bad =
    upMbps < unusable.upMbps ||
    downMbps < unusable.downMbps ||
    lossPercent > unusable.lossPercent ||
    roundTripMs > unusable.roundTripMs;
  if (bad) return 'bad';
  const good =
    Math.min(upMbps, downMbps) >= requiredMbps &&
    lossPercent <= comfortable.lossPercent &&
    roundTripMs <= comfortable.roundTripMs;
  return good ? 'good' : 'weak';
}
