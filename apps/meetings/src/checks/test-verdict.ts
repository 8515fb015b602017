import type { LineTest } from '@diemcau/contracts/media/line';
import type { MediaTest } from '@diemcau/contracts/media/mirror';
import { checkLimits } from '@diemcau/contracts/meetings/check-limits';
import type { DeviceFindings, ExpectedItem, TestReason } from '@diemcau/contracts/meetings/checks-test';
import { reasonsOfItems } from '@diemcau/contracts/meetings/vital-parts';

type Line = Pick<LineTest, 'upMbps' | 'downMbps' | 'roundTripMs' | 'lossPercent'>;
type Found = Pick<DeviceFindings, 'sound' | 'picture' | 'items'>;

interface Measured {
  readonly line: Line;
  readonly media: Pick<MediaTest, 'reasons'>;
}

/** Everything that keeps a test from being passed; nothing, and it is (HB-8.2, TM-1b). What nobody saw is no picture. */
export function reasonsAgainst(
  { line, media }: Measured,
  requiredMbps: number,
  { sound, picture, items }: Found,
  expected: readonly ExpectedItem[],
): TestReason[] {
  const faults: readonly (readonly [TestReason, boolean])[] = [
    ['lineUp', line.upMbps < requiredMbps],
    ['lineDown', line.downMbps < requiredMbps],
    ['lineLoss', line.lossPercent > checkLimits.line.mostLossPercent],
    ['lineDelay', line.roundTripMs > checkLimits.line.mostRoundTripMs],
    ['noTone', !sound.toneHeard],
    ['noPicture', !picture.seen && !media.reasons.includes('noPicture')],
  ];
  const ofTest = faults.filter(([, holds]) => holds).map(([reason]) => reason);
  return [...ofTest, ...media.reasons, ...reasonsOfItems(items, expected)];
}
