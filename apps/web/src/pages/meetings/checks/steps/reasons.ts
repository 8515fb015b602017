import type { TestReason } from '@diemcau/contracts/meetings/checks-test';
import { useTexts } from './texts';

const keys = {
  lineUp: 'lineUp',
  lineDown: 'lineDown',
  lineLoss: 'lineLoss',
  lineDelay: 'lineDelay',
  noTone: 'noTone',
  noLevel: 'noLevel',
  noPicture: 'noPictureReason',
  smallPicture: 'smallPicture',
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
