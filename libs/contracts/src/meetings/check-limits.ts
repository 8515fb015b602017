import type { ReceivedPicture, ReceivedSound } from '../media/mirror-figures.js';

/** What line, sound and picture of a site are judged by (HB-8.2, TM-1b). The one place: media, meetings and clients read it here. */
export const checkLimits = {
  line: {
    /** ITU-T G.114: conversation suffers above 150 ms one way. */
    mostRoundTripMs: 300,
    mostLossPercent: 2,
  },
  sound: {
    /** Speech at a table microphone arrives at -40 to -20, a room without anybody below -60. */
    leastDbov: -50,
    /** A word or two; a door that bangs is shorter. */
    leastHeardMs: 600,
    /** In-band error correction of Opus hides about as much. */
    mostLossPercent: 5,
    /** What jitter buffers take without making conversation slow. */
    mostJitterMs: 60,
    leastScore: 5,
  },
  picture: {
    /** Less is no picture for a hall. */
    leastHeight: 360,
    /** Less looks frozen. */
    leastFramesPerSecond: 4,
    /** Measured with Chromium’s VP8: plain black takes 0.014 in its key frames, a cartoon 0.06, rooms with people 0.1 and more. */
    leastBitsPerPixel: 0.02,
    mostLossPercent: 5,
    mostJitterMs: 100,
    leastScore: 4,
  },
} as const;

export const receivedReasons = [
  'noSound',
  'notHeard',
  'soundBroken',
  'noPicture',
  'smallPicture',
  'blackPicture',
  'frozenPicture',
  'pictureBroken',
] as const;
/** Why what the media server received is not good enough. */
export type ReceivedReason = (typeof receivedReasons)[number];

/** @param sound null where no microphone was sent */
export function reasonsOfSound(sound: ReceivedSound | null): ReceivedReason[] {
  const most = checkLimits.sound;
  if (!sound || sound.packets === 0) return ['noSound'];
  // Silence hardly sends packets: what they say about the line means nothing.
  if (sound.heardMs < most.leastHeardMs) return ['notHeard'];
  const broken =
    sound.lossPercent > most.mostLossPercent ||
    sound.jitterMs > most.mostJitterMs ||
    sound.score < most.leastScore;
  return broken ? ['soundBroken'] : [];
}

/** @param picture null where no camera was sent */
export function reasonsOfPicture(picture: ReceivedPicture | null): ReceivedReason[] {
  const most = checkLimits.picture;
  if (!picture || picture.keyFrames === 0) return ['noPicture'];
  const faults: readonly (readonly [ReceivedReason, boolean])[] = [
    ['blackPicture', picture.bitsPerPixel < most.leastBitsPerPixel],
    ['smallPicture', picture.height < most.leastHeight],
    ['frozenPicture', picture.framesPerSecond < most.leastFramesPerSecond],
    [
      'pictureBroken',
      picture.lossPercent > most.mostLossPercent ||
        picture.jitterMs > most.mostJitterMs ||
        picture.score < most.leastScore,
    ],
  ];
  return faults.filter(([, holds]) => holds).map(([reason]) => reason);
}
