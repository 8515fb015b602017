import { speaker } from '../../../devices/speaker';

/**
 * Plays a sound on the chosen loudspeaker, and on another as soon as that is chosen.
 * @param onBlocked the browser wants a press on the page first
 * @returns a function that ends it
 */
export function playTrack(track: MediaStreamTrack, onBlocked: () => void): () => void {
  const audio = new Audio();
  const toSpeaker = () => {
    const speakerId = speaker.get();
    if (speakerId !== undefined && 'setSinkId' in audio) audio.setSinkId(speakerId).catch(() => undefined);
  };
  const forget = speaker.subscribe(toSpeaker);
  toSpeaker();
  audio.srcObject = new MediaStream([track]);
  audio.play().catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked();
  });
  return () => {
    forget();
    audio.srcObject = null;
  };
}
