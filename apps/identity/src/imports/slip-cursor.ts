import { commonFailures, Failure } from '@diemcau/contracts/core/failure';

/** Unit, class and person as they are sorted. */
export type SlipPosition = readonly string[];

const parts = 6;

export const cursorOf = (position: SlipPosition): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** @throws Failure `common.invalid` when it was not made by {@link cursorOf} */
export function slipPositionOf(cursor: string | undefined): SlipPosition | null {
  if (cursor === undefined) return null;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isSound =
      Array.isArray(position) &&
      position.length === parts &&
      position.every((part): part is string => typeof part === 'string' && !part.includes('\0'));
    if (isSound) return position;
  } catch {
    // Falls through to the refusal.
  }
  throw new Failure(commonFailures.invalid, {}, [{ path: 'cursor', code: 'isCursor' }]);
}
