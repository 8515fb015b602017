/** How far the bar falls each time when it is silent: a word stays visible for a moment. */
const fall = 0.03;

/** Loudness of a microphone, 0–1, about 20 times a second until the returned function is called. Falls slowly. */
export function watchLevel(track: MediaStreamTrack, heard: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  const input = context.createMediaStreamSource(new MediaStream([track]));
  input.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let shown = 0;
  const timer = setInterval(() => {
    // Without a gesture on the page the context may start asleep.
    if (context.state === 'suspended') void context.resume();
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const decibels = 10 * Math.log10(power + 1e-10);
    shown = Math.max(shown - fall, Math.min(1, Math.max(0, (decibels + 60) / 50)));
    heard(Math.max(0, shown));
  }, 50);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
