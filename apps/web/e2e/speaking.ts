import type { BrowserContext } from '@playwright/test';

/**
 * Somebody speaks into the microphone all the time. Chromium's own gives a beep of 20 ms now and then, which a check of
 * sound rightly takes for no voice.
 */
export async function speaking(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await real(wanted);
      const [microphone] = stream.getAudioTracks();
      if (!microphone) return stream;
      const audio = new AudioContext();
      const voice = new OscillatorNode(audio, { frequency: 220 });
      const room = audio.createMediaStreamDestination();
      voice.connect(new GainNode(audio, { gain: 0.2 })).connect(room);
      voice.start();
      stream.removeTrack(microphone);
      for (const track of room.stream.getAudioTracks()) stream.addTrack(track);
      return stream;
    };
  });
}
