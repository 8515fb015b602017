import type { LineTest } from '@diemcau/contracts/media/line';
import type { DeviceFindings, ExpectedItem, TestReason } from '@diemcau/contracts/meetings/checks-test';
import { reasonsOfItems } from '@diemcau/contracts/meetings/vital-parts';

type Line = Pick<LineTest, 'upMbps' | 'downMbps' | 'roundTripMs' | 'lossPercent'>;
type Found = Pick<DeviceFindings, 'sound' | 'picture' | 'items'>;

/** ITU-T G.114: conversation suffers above 150 ms one way. */
const mostRoundTripMs = 300;
const mostLossPercent = 2;
/** On the meter's scale: speech near the microphone reaches 0.5 and more, a dead input stays near 0. */
const leastLevel = 0.2;
/** Less is no picture for a hall. */
const leastHeight = 360;

/** Everything that keeps a test from being passed; nothing, and it is (HB-8.2, TM-1b). */
export function reasonsAgainst(
  line: Line,
  requiredMbps: number,
  { sound, picture, items }: Found,
  expected: readonly ExpectedItem[],
): TestReason[] {
  const faults: readonly (readonly [TestReason, boolean])[] = [
    ['lineUp', line.upMbps < requiredMbps],
    ['lineDown', line.downMbps < requiredMbps],
    ['lineLoss', line.lossPercent > mostLossPercent],
    ['lineDelay', line.roundTripMs > mostRoundTripMs],
    ['noTone', !sound.toneHeard],
    ['noLevel', sound.peakLevel < leastLevel],
    ['noPicture', !picture.seen || picture.height === 0],
    ['smallPicture', picture.seen && picture.height > 0 && picture.height < leastHeight],
  ];
  const ofTest = faults.filter(([, holds]) => holds).map(([reason]) => reason);
  return [...ofTest, ...reasonsOfItems(items, expected)];
}
