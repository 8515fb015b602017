import type { LineQuality } from '@diemcau/contracts/media/streams';

/** Scores below this are seen and heard as breaks. 0–10, from the SFU. */
const weakBelow = 5;

export type LineState = 'good' | 'weakUp' | 'weakDown' | 'weakBoth';

/** Which direction of the line is weak; silence says nothing against it. */
export function lineState({ up, down }: LineQuality): LineState {
  const weakUp = up !== null && up < weakBelow;
  const weakDown = down !== null && down < weakBelow;
  if (weakUp && weakDown) return 'weakBoth';
  if (weakUp) return 'weakUp';
  return weakDown ? 'weakDown' : 'good';
}
