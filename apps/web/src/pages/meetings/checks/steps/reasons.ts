import type { TestReason } from '@diemcau/contracts/meetings/checks-test';
import { useAdviceTexts } from './advice';
import { useTexts } from './texts';

const keys = {
  lineUp: 'lineUp',
  lineDown: 'lineDown',
  lineLoss: 'lineLoss',
  lineDelay: 'lineDelay',
  noTone: 'noTone',
  noLevel: 'noLevel',
  noSound: 'noSound',
  notHeard: 'notHeard',
  soundBroken: 'soundBroken',
  noPicture: 'noPictureReason',
  smallPicture: 'smallPicture',
  blackPicture: 'blackPicture',
  frozenPicture: 'frozenPicture',
  pictureBroken: 'pictureBroken',
  items: 'itemsReason',
  noCamera: 'noCamera',
  noMicrophone: 'noMicrophone',
  noLoudspeaker: 'noLoudspeaker',
} as const satisfies Record<TestReason, string>;

/** Why a test was not passed, in words. */
export function useReasonWords(): (reason: TestReason) => string {
  const t = useTexts();
  return (reason) => t(keys[reason]);
}

/** What may be done about it. */
export function useAdvice(): (reason: TestReason) => string {
  const t = useAdviceTexts();
  return (reason) => t(reason);
}
