/** Round trip, its variation, and what did not come back. */
export interface ProbeResult {
  readonly roundTripMs: number;
  /** Mean difference between one round trip and the next. */
  readonly jitterMs: number;
  readonly lossPercent: number;
}

const howMany = 60;
const everyMs = 25;
/** After the last probe: a line slower than this counts as losing. */
const stragglersMs = 600;
/** About one packet of speech. */
const probeBytes = 120;

/** Sends small unreliable messages that the SFU echoes, as speech would travel. Takes about 2 s. */
export async function probe(
  sender: RTCDataChannel,
  receiver: RTCDataChannel,
  onProgress: (done: number) => void,
): Promise<ProbeResult> {
  const sentAt: number[] = [];
  const roundTrips = new Map<number, number>();
  const heard = ({ data }: MessageEvent<unknown>) => {
    const sequence = data instanceof ArrayBuffer ? new DataView(data).getUint32(0) : -1;
    const sent = sentAt[sequence];
    if (sent !== undefined) roundTrips.set(sequence, performance.now() - sent);
  };
  receiver.addEventListener('message', heard);
  for (let sequence = 0; sequence < howMany; sequence += 1) {
    const message = new DataView(new ArrayBuffer(probeBytes));
    message.setUint32(0, sequence);
    sentAt.push(performance.now());
    sender.send(message.buffer);
    onProgress((sequence + 1) / howMany);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await new Promise((resolve) => setTimeout(resolve, stragglersMs));
  receiver.removeEventListener('message', heard);
  return summary(
    [...roundTrips].sort(([a], [b]) => a - b).map(([, ms]) => ms),
    howMany,
  );
}

/** @param roundTrips in the order of sending, in ms, of the probes that came back */
export function summary(roundTrips: readonly number[], sent: number): ProbeResult {
  const ordered = [...roundTrips].sort((a, b) => a - b);
  const steps = roundTrips.slice(1).map((ms, i) => Math.abs(ms - (roundTrips[i] ?? ms)));
  return {
    roundTripMs: ordered[Math.floor(ordered.length / 2)] ?? 0,
    jitterMs: steps.reduce((sum, ms) => sum + ms, 0) / Math.max(1, steps.length),
    lossPercent: (100 * (sent - roundTrips.length)) / sent,
  };
}
