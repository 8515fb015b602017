import type { LineTest } from '@diemcau/contracts/media/line';
import { type VitalPart, vitalParts } from '@diemcau/contracts/meetings/catalogue';
import type { DeviceFindings, ExpectedItem, TestReason } from '@diemcau/contracts/meetings/checks-test';

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
  const needed = new Set(expected.filter((item) => item.needed).map(({ key }) => key));
  const faults: readonly (readonly [TestReason, boolean])[] = [
    ['lineUp', line.upMbps < requiredMbps],
    ['lineDown', line.downMbps < requiredMbps],
    ['lineLoss', line.lossPercent > mostLossPercent],
    ['lineDelay', line.roundTripMs > mostRoundTripMs],
    ['noTone', !sound.toneHeard],
    ['noLevel', sound.peakLevel < leastLevel],
    ['noPicture', !picture.seen || picture.height === 0],
    ['smallPicture', picture.seen && picture.height > 0 && picture.height < leastHeight],
    ['items', items.some(({ key, answer }) => needed.has(key) && answer !== 'ok')],
  ];
  const lost = partsLost(items, expected).map((part) => reasonOf[part]);
  return [...faults.filter(([, holds]) => holds).map(([reason]) => reason), ...lost];
}

const reasonOf = {
  camera: 'noCamera',
  microphone: 'noMicrophone',
  loudspeaker: 'noLoudspeaker',
} as const satisfies Record<VitalPart, TestReason>;

/** For which the site has devices, and not one of them in order. A site without any is judged by sound and picture alone. */
function partsLost(items: Found['items'], expected: readonly ExpectedItem[]): VitalPart[] {
  const fine = new Set(items.filter(({ answer }) => answer === 'ok').map(({ key }) => key));
  return vitalParts.filter((part) => {
    const devices = expected.filter(({ serves }) => serves.includes(part));
    return devices.length > 0 && !devices.some(({ key }) => fine.has(key));
  });
}
