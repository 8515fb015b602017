/** Pitches in Hz and when each begins, in seconds. */
const melodies = {
  /** To hear whether the loudspeaker works. */
  test: [
    [523, 0],
    [659, 0.25],
    [784, 0.5],
    [1047, 0.75],
  ],
  /** Somebody knocks. */
  knock: [
    [880, 0],
    [660, 0.18],
    [880, 0.5],
    [660, 0.68],
  ],
  /** The door is open. */
  admitted: [
    [523, 0],
    [784, 0.16],
  ],
} as const;

interface Sinkable {
  setSinkId?: (id: string) => Promise<void>;
}

/** Plays on the given loudspeaker where the browser lets us choose one, else on the system's. */
export async function play(melody: keyof typeof melodies, speakerId?: string): Promise<void> {
  const context = new AudioContext();
  try {
    if (speakerId) await (context as Sinkable).setSinkId?.(speakerId).catch(() => undefined);
    if (context.state === 'suspended') await context.resume();
    const ends = melodies[melody].map(([pitch, at]) => note(context, pitch, context.currentTime + at));
    await Promise.all(ends);
  } finally {
    await context.close();
  }
}

function note(context: AudioContext, frequency: number, startsAt: number): Promise<void> {
  const lengthS = 0.35;
  const oscillator = new OscillatorNode(context, { frequency });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, startsAt);
  volume.gain.linearRampToValueAtTime(0.25, startsAt + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, startsAt + lengthS);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(startsAt);
  oscillator.stop(startsAt + lengthS);
  return new Promise((resolve) => {
    oscillator.addEventListener('ended', () => resolve());
  });
}
