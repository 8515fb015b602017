/** How long each direction is loaded. */
export const loadMs = 2000;
/** Slow start is not the line's fault: what comes before this does not count. */
const warmUpMs = 400;
const pieceBytes = 16_000;
/** Enough to keep the line full, little enough to stop at once. */
const inFlightBytes = 512_000;

const megabits = (bytes: number, ms: number): number => (ms > 0 ? (bytes * 8) / 1000 / ms : 0);

/** Counts the downward load while `run` has it sent. @returns Mbit/s */
export async function measureDown(
  receiver: RTCDataChannel,
  run: () => Promise<void>,
  onProgress: (done: number, mbps: number) => void,
): Promise<number> {
  let firstAt = 0;
  let lastAt = 0;
  let bytes = 0;
  const heard = ({ data }: MessageEvent<unknown>) => {
    const now = performance.now();
    firstAt ||= now;
    if (now - firstAt < warmUpMs || !(data instanceof ArrayBuffer)) return;
    bytes += data.byteLength;
    lastAt = now;
    onProgress(Math.min(1, (now - firstAt) / loadMs), megabits(bytes, now - firstAt - warmUpMs));
  };
  receiver.addEventListener('message', heard);
  try {
    await run();
    await new Promise((resolve) => setTimeout(resolve, loadMs + 300));
  } finally {
    receiver.removeEventListener('message', heard);
  }
  return megabits(bytes, lastAt - firstAt - warmUpMs);
}

/** Sends as fast as the line takes it. What arrived is counted by the SFU. */
export async function sendLoad(sender: RTCDataChannel, onProgress: (done: number) => void): Promise<void> {
  const piece = new ArrayBuffer(pieceBytes);
  const startedAt = performance.now();
  sender.bufferedAmountLowThreshold = inFlightBytes / 2;
  for (let elapsed = 0; elapsed < loadMs; elapsed = performance.now() - startedAt) {
    while (sender.bufferedAmount < inFlightBytes) sender.send(piece);
    onProgress(elapsed / loadMs);
    await drained(sender);
  }
}

/** Until there is room again; a line that takes nothing is looked at again after a moment. */
function drained(sender: RTCDataChannel): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 200);
    sender.addEventListener(
      'bufferedamountlow',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
